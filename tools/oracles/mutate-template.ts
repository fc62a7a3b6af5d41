/** Seeded damage to YAML and JSON templates: what slips, merges and hostile authors do to a file. */
import type { Random } from './mutate-hcl.ts';

// biome-ignore format: a table
const TOKENS = [
  '{', '}', '[', ']', '"', "'", ':', ': ', ',', '- ', '- - ', '? ', '!', '!Ref ', '!Sub ', '!If ', '&a ', '*a', '<<: *a\n',
  '|\n', '>-\n', '#', ' #', '\n', '\r\n', '\n\n', ' ', '  ', '\t', '---\n', '...\n', '%YAML 1.1\n', '@', '`', '\\', '\\u00',
  '\u0000', '\uFEFF', 'é', '0', '01', '1e5', 'null', '~', 'yes', 'Fn::Sub', '"Fn::If": [', '${', '}', '{{resolve:', '//',
  '/*', '"a": ', '!!int ', '\u2028',
] as const;

/** The text with one to three changes: cut, insert, repeat, swap, indent or truncate. */
export function mutateTemplate(text: string, random: Random): string {
  let mutated = text;
  for (let change = random(3); change >= 0; change -= 1) mutated = mutateOnce(mutated, random);
  return mutated;
}

function mutateOnce(text: string, random: Random): string {
  const at = random(text.length + 1);
  const length = 1 + random(random(4) === 0 ? 60 : 3);
  const before = text.slice(0, at);
  switch (random(7)) {
    case 0:
    case 1:
      return before + text.slice(at + length);
    case 2:
    case 3:
      return before + (TOKENS[random(TOKENS.length)] ?? '') + text.slice(at);
    case 4:
      return before + text.slice(at, at + length) + text.slice(at);
    case 5:
      return indentLine(text, at, random);
    default:
      return random(8) === 0 ? before : before + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
  }
}

function indentLine(text: string, at: number, random: Random): string {
  const start = text.lastIndexOf('\n', at) + 1;
  return text.slice(0, start) + ' '.repeat(1 + random(4)) + text.slice(start);
}
