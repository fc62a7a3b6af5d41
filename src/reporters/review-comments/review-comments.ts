/**
 * The review comments of a report: what blocks, on the lines GitHub takes. Places and words only; decides nothing, posts
 * nothing. What gets no comment is named, so that it is said elsewhere.
 */
import type { Report } from '../../model/report.ts';
import { groupChanges } from '../group-changes.ts';
import { draftComments } from './draft-comments.ts';
import { groupRootCauses, type RootCause } from '../group-root-causes.ts';
import { renderComment } from './render-comment.ts';
import type { ReviewComment } from './review-comment.ts';
import { ReviewedFiles } from './reviewed-files.ts';
import type { ReviewOptions } from './review-options.ts';

export interface ReviewReport {
  /** In the order of the report, at most `maxInline`. */
  readonly comments: readonly ReviewComment[];
  /** Fingerprints of blocking findings without a comment of their own: they stand in the summary. */
  readonly inSummaryOnly: readonly string[];
}

const MAX_INLINE = 5;

/** See ReviewReport. Pure, never throws; linear in the patches. */
export function reviewComments(report: Report, options: ReviewOptions): ReviewReport {
  const causes = groupRootCauses(groupChanges(report).blocking);
  const files = new ReviewedFiles(options.files);
  const { drafts, rest } = draftComments(causes, files, options.maxInline ?? MAX_INLINE);
  const left = [...rest];
  const comments = drafts.map((draft): ReviewComment => {
    const { body, spoken } = renderComment(draft, report.policy.mode, options);
    left.push(...draft.causes.slice(spoken));
    return { fingerprints: fingerprintsOf(draft.causes.slice(0, spoken)), ...draft.spot, body };
  });
  const said = new Set(comments.flatMap(({ fingerprints }) => fingerprints));
  return { comments, inSummaryOnly: fingerprintsOf(left).filter((fingerprint) => !said.has(fingerprint)) };
}

function fingerprintsOf(causes: readonly RootCause[]): readonly string[] {
  const all = causes.flatMap(({ first, others }) => [first, ...others].flatMap(({ fingerprints }) => fingerprints));
  return [...new Set(all)];
}
