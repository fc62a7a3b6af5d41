/** The name somebody probably meant. Compares short names only; suggests nothing far away. */
import { countEdits } from '../documents/count-edits.ts';

const LONGEST = 64;

/** The candidate with the fewest edits, the first of equals; undefined when none is close. */
export function findNearest(name: string, candidates: readonly string[]): string | undefined {
  if (name.length > LONGEST) return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = countEdits(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
