/** Seeded damage to texts of any format, with the tokens that matter in it: cut, insert, repeat, swap, truncate. */
import type { Random } from './mutate-hcl.ts';

function damageOnce(text: string, tokens: readonly string[], random: Random): string {
  const at = random(text.length + 1);
  const length = 1 + random(random(4) === 0 ? 60 : 3);
  const before = text.slice(0, at);
  switch (random(6)) {
    case 0:
    case 1:
      return before + text.slice(at + length);
    case 2:
    case 3:
      return before + (tokens[random(tokens.length)] ?? '') + text.slice(at);
    case 4:
      return before + text.slice(at, at + length) + text.slice(at);
    default:
      return random(8) === 0 ? before : before + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
  }
}

/** Returns the text with one to three changes. */
export function damageText(text: string, tokens: readonly string[], random: Random): string {
  let damaged = text;
  for (let change = random(3); change >= 0; change--) damaged = damageOnce(damaged, tokens, random);
  return damaged;
}
