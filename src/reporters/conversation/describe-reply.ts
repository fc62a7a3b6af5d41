/** What we answer in a thread somebody wrote in, in one sentence. Names of the pull request are escaped. */
import { escapeCode } from '../markdown/escape-code.ts';
import { renderPlace } from '../markdown/render-place.ts';
import type { MarkdownOptions } from '../markdown/markdown-options.ts';
import type { ReviewComment } from '../review-comments/review-comment.ts';
import type { SettledState } from './review-thread.ts';

export interface ReplyOptions {
  /** Full commit id. */
  readonly headSha: string;
  readonly link: MarkdownOptions['link'];
}

const SETTLED: Readonly<Record<SettledState, (commit: string) => string>> = {
  fixed: (commit) => `Fixed in ${commit}.`,
  accepted: (commit) => `Accepted by a waiver; not blocking since ${commit}.`,
  shown: (commit) => `Does not block any more since ${commit}.`,
};

export const describeReply = {
  settled: (state: SettledState, { headSha }: ReplyOptions): string => SETTLED[state](shorten(headSha)),
  back: ({ headSha }: ReplyOptions): string => `Back in ${shorten(headSha)}.`,
  /** `again`: it was settled before. */
  moved: (comment: ReviewComment, again: boolean, options: ReplyOptions): string =>
    `${again ? 'Back in' : 'Still there in'} ${shorten(options.headSha)}, at ${describePlace(comment, options)}.`,
};

function shorten(commit: string): string {
  return commit.slice(0, 7);
}

function describePlace({ path, place }: ReviewComment, { link }: ReplyOptions): string {
  if (place.kind === 'file') return escapeCode(path);
  // The file may have had another name before, so a removed line has no address that is certain.
  if (place.side === 'LEFT') return `${escapeCode(path)}, removed line ${place.line}`;
  const { line, startLine = line } = place;
  const range = { startLine, startColumn: 1, endLine: line, endColumn: 1 };
  return renderPlace({ side: 'after', path, range }, link);
}
