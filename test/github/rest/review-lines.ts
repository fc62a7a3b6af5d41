/**
 * Finds the place of a review comment in the difference, or says in GitHub's words why there is none. One comment off
 * the difference rejects the whole review.
 * https://docs.github.com/en/rest/pulls/comments#create-a-review-comment-for-a-pull-request
 */
import type { DiffLine } from '../git/diff-lines.ts';
import type { Call } from '../http/call.ts';
import { linesOfPull } from '../state/carry-review-comments.ts';
import type { Pull, ReviewComment, Side } from '../state/state.ts';

export interface WantedComment {
  readonly path: string;
  readonly body: string;
  readonly line?: number;
  readonly side?: Side;
  readonly start_line?: number;
  readonly start_side?: Side;
  readonly position?: number;
}

export type Placement = Pick<
  ReviewComment,
  | 'subject'
  | 'side'
  | 'startSide'
  | 'line'
  | 'startLine'
  | 'position'
  | 'originalLine'
  | 'originalStartLine'
  | 'originalPosition'
  | 'hunk'
>;

/** The place, or which part of the comment cannot be resolved. */
export function placeComment(
  call: Call,
  pull: Pull,
  wanted: WantedComment,
): Placement | 'Path' | 'Line' | 'Start line' {
  const lines = linesOfPull(call.objects, pull).get(wanted.path);
  if (!lines) return 'Path';
  const end = lines.find((each) => isEnd(each, wanted));
  if (!end) return 'Line';
  const startSide = wanted.start_line === undefined ? null : (wanted.start_side ?? end.side);
  const start = lines.find((each) => each.side === startSide && each.line === wanted.start_line);
  if (startSide !== null && (!start || start.hunk !== end.hunk || start.position >= end.position)) return 'Start line';
  return {
    subject: 'line',
    side: end.side,
    startSide,
    line: end.line,
    startLine: start?.line ?? null,
    position: end.position,
    originalLine: end.line,
    originalStartLine: start?.line ?? null,
    originalPosition: end.position,
    hunk: end.context,
  };
}

/** The place of a comment on a whole file, which only has to be part of the difference. */
export function placeOnFile(call: Call, pull: Pull, path: string): Placement | undefined {
  if (!linesOfPull(call.objects, pull).has(path)) return undefined;
  const nowhere = { line: null, startLine: null, position: null } as const;
  const original = { originalLine: null, originalStartLine: null, originalPosition: null } as const;
  return { subject: 'file', side: 'RIGHT', startSide: null, ...nowhere, ...original, hunk: '' };
}

function isEnd(line: DiffLine, wanted: WantedComment): boolean {
  if (wanted.line === undefined) return line.position === wanted.position;
  return line.line === wanted.line && line.side === (wanted.side ?? 'RIGHT');
}
