/** Finds the name somebody probably meant. Bounded: long or many names are not compared. */
import { countEdits } from '../documents/count-edits.ts';

/** The nearest of the known names within two edits (or differing in case only); undefined where none is near. */
export function suggestName(written: string, known: readonly string[]): string | undefined {
  if (written.length > 64) return undefined;
  const lower = written.toLowerCase();
  let best: string | undefined;
  let bestDistance = 3;
  for (const name of known.slice(0, 500)) {
    const distance = Math.abs(name.length - written.length) > 2 ? 3 : countEdits(lower, name.toLowerCase());
    if (distance >= bestDistance) continue;
    best = name;
    bestDistance = distance;
  }
  return best;
}
