/** Finds the name somebody probably meant. Bounded: long or many names are not compared. */

/** The nearest of the known names within two edits (or differing in case only); undefined where none is near. */
export function suggestName(written: string, known: readonly string[]): string | undefined {
  if (written.length > 64) return undefined;
  const lower = written.toLowerCase();
  let best: string | undefined;
  let bestDistance = 3;
  for (const name of known.slice(0, 500)) {
    const distance = Math.abs(name.length - written.length) > 2 ? 3 : editDistance(lower, name.toLowerCase());
    if (distance >= bestDistance) continue;
    best = name;
    bestDistance = distance;
  }
  return best;
}

function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const swap = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(swap, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? 3;
}
