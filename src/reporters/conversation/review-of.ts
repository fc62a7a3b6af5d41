/** What a report wants of the review comments on its pull request, for whoever carries it out. Pure. */
import type { Report } from '../../model/report.ts';
import type { MarkdownOptions } from '../markdown/markdown-options.ts';
import type { PatchedFile, ReviewComment } from '../review-comments/review-comment.ts';
import { reviewComments } from '../review-comments/review-comments.ts';
import type { ReviewOptions } from '../review-comments/review-options.ts';
import { type FindingFate, findingFates } from './finding-fates.ts';

export interface Review {
  /** The commit the report is about, full id. */
  readonly headSha: string;
  readonly link: MarkdownOptions['link'];
  /** Whether anything may want a comment: else `comments` needs no files. */
  readonly blocks: boolean;
  readonly comments: (files: readonly PatchedFile[]) => readonly ReviewComment[];
  readonly fate: (fingerprint: string) => FindingFate;
}

export function reviewOf(report: Report, headSha: string, options: Omit<ReviewOptions, 'files'>): Review {
  const blocks = report.changes.some((change) => change.blocks);
  return {
    headSha,
    link: options.link,
    blocks,
    comments: (files) => (blocks ? reviewComments(report, { ...options, files }).comments : []),
    fate: findingFates(report),
  };
}
