/** Patterns of rule names, where `*` stands for any characters. Bounded by the product of their lengths. */

/** Whether some name matches both. A name without `*` is a pattern that only it matches. */
export function patternsOverlap(left: string, right: string): boolean {
  // row[j]: whether left from `at` and right from j can match the same text.
  let row = lastRow(right);
  for (let at = left.length - 1; at >= 0; at -= 1) {
    const next: boolean[] = [];
    const star = left[at] === '*';
    next[right.length] = star && row[right.length] === true;
    for (let other = right.length - 1; other >= 0; other -= 1) {
      const eitherStar = star || right[other] === '*';
      next[other] = eitherStar
        ? row[other] === true || next[other + 1] === true
        : left[at] === right[other] && row[other + 1] === true;
    }
    row = next;
  }
  return row[0] === true;
}

/** Nothing is left of the first pattern: the second may only have stars left. */
function lastRow(right: string): boolean[] {
  const row: boolean[] = [];
  row[right.length] = true;
  for (let at = right.length - 1; at >= 0; at -= 1) row[at] = right[at] === '*' && row[at + 1] === true;
  return row;
}
