/**
 * The review comments of a report: what blocks, on the lines GitHub takes. Places and words only; decides nothing, posts
 * nothing. What gets no comment is named, so that it is said elsewhere.
 */
import type { Report } from '../../model/report.ts';
import { groupChanges } from '../group-changes.ts';
import type { ReviewComment } from './review-comment.ts';
import type { ReviewOptions } from './review-options.ts';

export interface ReviewReport {
  /** In the order of the report, at most `maxInline`. */
  readonly comments: readonly ReviewComment[];
  /** Fingerprints of blocking findings without a comment of their own: they stand in the summary. */
  readonly inSummaryOnly: readonly string[];
}

/** See ReviewReport. Pure, never throws; linear in the patches. */
export function reviewComments(report: Report, _options: ReviewOptions): ReviewReport {
  const { blocking } = groupChanges(report);
  return { comments: [], inSummaryOnly: blocking.map(({ finding }) => finding.fingerprint) };
}
