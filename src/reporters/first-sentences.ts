/** The beginning of a rule's prose, for readers who have thirty seconds. What stands between backticks is not cut. */

const LONGEST = 600;

/**
 * As many whole sentences as it takes to have `least` characters, on one line. A sentence ends at a mark before a space
 * and a capital or code; what has no end in sight is clipped.
 */
export function firstSentences(prose: string, least: number): string {
  const text = prose.trim().replace(/\s+/g, ' ');
  for (const match of text.matchAll(/[.!?]["')]?(?= [\p{Lu}`"'(])/gu)) {
    const end = match.index + match[0].length;
    const beginning = text.slice(0, end);
    if (end > LONGEST) break;
    if (end >= least && beginning.split('`').length % 2 === 1) return beginning;
  }
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
