/**
 * How the summary comment of a pull request is found again: a hidden line, which counts only in a comment of our own and
 * says nothing but that. Anybody can write the line; nobody gains by it.
 */
const MARKER = '<!-- threatdiff: summary -->';

export const summaryMarker = {
  /** The body with the line at its end. */
  mark: (body: string): string => `${body.trimEnd()}\n\n${MARKER}\n`,
  /** Whether a body has the line; nothing that a report names can be a line of its own with `<` in it. */
  isIn: (body: string): boolean => body.split(/\r?\n/).some((line) => line.trim() === MARKER),
  length: MARKER.length + 3,
};
