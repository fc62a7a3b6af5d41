/** A value of a patch as it is written in a template. */

/** Words that YAML readers take for something else than text. */
const OTHER_WORDS = /^(?:true|false|yes|no|on|off|y|n|null|none)$/i;

/** Plain in YAML where every reader takes it for the same text; quoted otherwise, and always in JSON. */
export function renderScalar(value: string | number | boolean, syntax: 'yaml' | 'json'): string {
  if (syntax === 'json' || typeof value !== 'string') return JSON.stringify(value);
  return /^[A-Za-z][A-Za-z0-9_./-]*$/.test(value) && !OTHER_WORDS.test(value) ? value : JSON.stringify(value);
}
