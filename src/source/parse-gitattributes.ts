/**
 * The lines of a `.gitattributes` file that change what a checkout contains: `filter` and `working-tree-encoding`,
 * directly or through a macro. Line ends and `ident` change no meaning and are left out; nothing here hides a file.
 * https://git-scm.com/docs/gitattributes
 */

/** `undefined` where the line takes the attribute away (`-filter`, `!filter`). */
export type AttributeValues = ReadonlyMap<string, string | undefined>;

export interface AttributeRule {
  readonly pattern: string;
  readonly values: AttributeValues;
}

export interface ParsedAttributes {
  readonly rules: readonly AttributeRule[];
  readonly macros: ReadonlyMap<string, AttributeValues>;
}

const CONTENT_ATTRIBUTES = new Set(['filter', 'working-tree-encoding']);
/** Git ignores longer lines itself. */
const MAX_LINE = 2048;

/** `macros`: those known so far; a file's own come on top. Lines git would not accept are left out. */
export function parseGitattributes(text: string, macros: ReadonlyMap<string, AttributeValues>): ParsedAttributes {
  const known = new Map(macros);
  const rules: AttributeRule[] = [];
  for (const line of text.split('\n')) {
    const parsed = line.length < MAX_LINE ? splitLine(line.trim()) : undefined;
    if (parsed === undefined) continue;
    const values = readValues(parsed.attributes, known);
    if (values.size === 0) continue;
    if (parsed.pattern.startsWith('[attr]')) known.set(parsed.pattern.slice('[attr]'.length), values);
    else if (!parsed.pattern.startsWith('!')) rules.push({ pattern: parsed.pattern, values });
  }
  return { rules, macros: known };
}

function splitLine(line: string): { pattern: string; attributes: string[] } | undefined {
  if (line === '' || line.startsWith('#')) return undefined;
  const quoted = line.startsWith('"') ? readQuoted(line) : undefined;
  const end = quoted?.end ?? line.search(/[ \t]/);
  if (end === -1) return undefined;
  const attributes = line
    .slice(end)
    .split(/[ \t\r]/)
    .filter((part) => part !== '');
  return { pattern: quoted?.pattern ?? line.slice(0, end), attributes };
}

/** A C-style quoted pattern. Octal escapes are bytes of UTF-8. */
function readQuoted(line: string): { pattern: string; end: number } | undefined {
  const bytes: Buffer[] = [];
  for (let at = 1; at < line.length; at += 1) {
    const character = line[at] ?? '';
    if (character === '"') return { pattern: Buffer.concat(bytes).toString('utf8'), end: at + 1 };
    if (character !== '\\') {
      bytes.push(Buffer.from(character));
      continue;
    }
    const octal = /^[0-3][0-7]{2}/.exec(line.slice(at + 1, at + 4))?.[0];
    bytes.push(
      octal === undefined ? Buffer.from(unescapeLetter(line[at + 1] ?? '')) : Buffer.from([Number.parseInt(octal, 8)]),
    );
    at += octal === undefined ? 1 : 3;
  }
  return undefined;
}

function unescapeLetter(letter: string): string {
  const at = 'ntr'.indexOf(letter);
  return at === -1 || letter === '' ? letter : '\n\t\r'.charAt(at);
}

function readValues(attributes: readonly string[], macros: ReadonlyMap<string, AttributeValues>): AttributeValues {
  const values = new Map<string, string | undefined>();
  for (const attribute of attributes) {
    const taken = /^[-!]/.test(attribute);
    const [name = '', value = 'set'] = splitOnce(taken ? attribute.slice(1) : attribute);
    if (CONTENT_ATTRIBUTES.has(name)) values.set(name, taken ? undefined : value);
    for (const [key, macroValue] of macros.get(name) ?? []) values.set(key, taken ? undefined : macroValue);
  }
  return values;
}

function splitOnce(attribute: string): [string, string?] {
  const equals = attribute.indexOf('=');
  return equals === -1 ? [attribute] : [attribute.slice(0, equals), attribute.slice(equals + 1)];
}
