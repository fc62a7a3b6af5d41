/**
 * Which lines a `patch` shows, for the rule that a review comment must lie on one of them. `RIGHT` are the lines of the
 * file after (added and context), `LEFT` of the file before (removed and context); positions count from the first hunk.
 */
export interface DiffLine {
  readonly side: 'LEFT' | 'RIGHT';
  readonly line: number;
  /** Lines below the first `@@`, which GitHub calls the position. */
  readonly position: number;
  /** Index of the hunk: both ends of a comment must be in the same one. */
  readonly hunk: number;
  /** The hunk's text up to this line. */
  readonly context: string;
}

const HEADER = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/;

export function diffLines(patch: string): readonly DiffLine[] {
  const found: DiffLine[] = [];
  const cursor = { left: 0, right: 0, hunk: -1, start: 0 };
  const lines = patch.split('\n');
  lines.forEach((text, index) => {
    const header = HEADER.exec(text);
    if (header) {
      Object.assign(cursor, { left: Number(header[1]), right: Number(header[2]), hunk: cursor.hunk + 1, start: index });
      return;
    }
    const context = lines.slice(cursor.start, index + 1).join('\n');
    const at = { position: index, hunk: cursor.hunk, context };
    if (text.startsWith('+') || text.startsWith(' ')) found.push({ side: 'RIGHT', line: cursor.right++, ...at });
    if (text.startsWith('-') || text.startsWith(' ')) found.push({ side: 'LEFT', line: cursor.left++, ...at });
  });
  return found;
}
