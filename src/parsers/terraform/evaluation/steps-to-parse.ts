/**
 * What reading a text costs, so that directories full of text cost what they take.
 */

const CHARACTERS_PER_STEP = 64;

/** Steps; none for a text shorter than a line. */
export function stepsToParse(text: string): number {
  return Math.floor(text.length / CHARACTERS_PER_STEP);
}
