/** One line of bounded length out of text that comes from the pull request. Escaping is the reporters' work. */

const LONGEST_PIECE = 120;

/** White space folded, the end cut with an ellipsis. */
export function clipText(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ');
  return flat.length > LONGEST_PIECE ? `${flat.slice(0, LONGEST_PIECE - 1)}…` : flat;
}
