/** Seeded damage to HCL texts: what slips, merges and hostile authors do to a file. */

/** A random whole number below the bound. */
export type Random = (bound: number) => number;

const TOKENS = [
  '{', '}', '[', ']', '(', ')', '"', '${', '%{', '~}', '$${', '\\', '=', '==', '=>', ':', '?', ',', '.', '...', '*',
  '-', '!', '&&', '|', '<<EOT\n', '<<-E\n', '\n', '\r\n', '#', '//', '/*', '*/', ' for ', ' in ', ' if ', 'a', '0',
  '1.5', '1e3', 'é', '\u0000', ';', "'", '`', '\t', '%{ if x }', '%{ endif }', '[*]', '.*', 'a::b(', '"x" ', 'b {\n',
] as const; // biome-ignore format: a table

/** A generator that gives the same numbers for the same seed on every machine (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

/** Returns the text with one to three changes: cut, insert, repeat, swap or truncate. */
export function mutateHcl(text: string, random: Random): string {
  let mutated = text;
  for (let change = random(3); change >= 0; change--) mutated = mutateOnce(mutated, random);
  return mutated;
}

function mutateOnce(text: string, random: Random): string {
  const at = random(text.length + 1);
  const length = 1 + random(random(4) === 0 ? 60 : 3);
  const before = text.slice(0, at);
  switch (random(6)) {
    case 0:
    case 1:
      return before + text.slice(at + length);
    case 2:
    case 3:
      return before + (TOKENS[random(TOKENS.length)] ?? '') + text.slice(at);
    case 4:
      return before + text.slice(at, at + length) + text.slice(at);
    default:
      return random(8) === 0 ? before : before + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
  }
}
