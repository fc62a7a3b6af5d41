/** One spelling per YAML tag, so that `!<!Ref>` and `!Ref` are the same thing. Does not resolve `%TAG` handles. */

const CORE_PREFIX = 'tag:yaml.org,2002:';

/**
 * Tag source (`!Ref`, `!!str`, `!<tag:yaml.org,2002:str>`, or a full tag name) to the form kept on nodes: `!Ref` for
 * local tags, `!!str` for those of the core schema. The non-specific tag `!` makes a plain scalar a string.
 */
export function normalizeYamlTag(source: string): string {
  const name = source.startsWith('!<') && source.endsWith('>') ? source.slice(2, -1) : source;
  if (name === '!') return '!!str';
  return name.startsWith(CORE_PREFIX) ? `!!${name.slice(CORE_PREFIX.length)}` : name;
}
