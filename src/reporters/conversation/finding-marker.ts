/**
 * Which findings a review comment speaks of: a hidden last line, which counts only in a comment of our own. Fingerprints
 * only, nothing of the pull request.
 */
const LINE = /^<!-- threatdiff:finding ([0-9A-Za-z: _-]{1,9000}) -->$/;
const MOST = 100;

export const findingMarker = {
  /** The body with the line at its end. Beyond a hundred findings the first ones stand for all. */
  mark: (body: string, fingerprints: readonly string[]): string =>
    `${body.trimEnd()}\n\n<!-- threatdiff:finding ${fingerprints.slice(0, MOST).join(' ')} -->\n`,
  /** The fingerprints of a body's last line; none where it has no marker. */
  read: (body: string): readonly string[] => {
    const found = LINE.exec(body.trimEnd().split('\n').at(-1)?.trim() ?? '')?.[1];
    return found === undefined ? [] : found.split(' ').filter((each) => each !== '');
  },
};
