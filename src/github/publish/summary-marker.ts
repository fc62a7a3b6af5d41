/**
 * How the summary comment of a pull request is found again: a hidden line, which counts only in a comment of our own and
 * says nothing but that. Anybody can write the line; nobody gains by it.
 */
import type { OwnIdentity } from './list-summary-comments.ts';

/** The App and the Action may both be at work on a pull request; each has a comment of its own. */
function markerOf(identity: OwnIdentity): string {
  return 'appId' in identity ? '<!-- threatdiff: summary -->' : '<!-- threatdiff: summary of the Action -->';
}

export const summaryMarker = {
  /** The body with the line at its end. */
  mark: (body: string, identity: OwnIdentity): string => `${body.trimEnd()}\n\n${markerOf(identity)}\n`,
  /** Whether a body has the line; nothing that a report names can be a line of its own with `<` in it. */
  isIn: (body: string, identity: OwnIdentity): boolean =>
    body.split(/\r?\n/).some((line) => line.trim() === markerOf(identity)),
};
