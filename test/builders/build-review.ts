/** Findings, patches and reports for the tests of review comments: everything has a default, tests say what they are about. */
import type { FindingChange } from '../../src/model/change.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Side } from '../../src/model/location.ts';
import type { Report } from '../../src/model/report.ts';
import type { PatchedFile } from '../../src/reporters/review-comments/review-comment.ts';
import type { ReviewOptions } from '../../src/reporters/review-comments/review-options.ts';
import { exampleChange, exampleFinding, exampleReport } from '../reports/example-report.ts';

export const QUEUE = 'infra/orders/queue.tf';

/** `fingerprint` is the id in lower case; lines are those of the anchor, both included. */
export interface FindingAt extends Partial<Omit<Finding, 'anchor'>> {
  readonly path?: string;
  readonly side?: Side;
  readonly lines?: readonly [number, number];
}

export function buildFinding({ path = QUEUE, side = 'after', lines = [3, 3], ...rest }: FindingAt = {}): Finding {
  const [startLine, last] = lines;
  const range = { startLine, startColumn: 3, endLine: last, endColumn: 20 };
  const finding = { ...exampleFinding, ...rest, anchor: { side, path, range } };
  return { ...finding, fingerprint: rest.fingerprint ?? finding.id.toLowerCase() };
}

export function buildChange(at: FindingAt = {}, change: Partial<FindingChange> = {}): FindingChange {
  return { ...exampleChange, after: buildFinding(at), ...change };
}

export function buildReport(changes: readonly FindingChange[], mode: 'enforce' | 'monitor' = 'enforce'): Report {
  return { ...exampleReport, changes, policy: { ...exampleReport.policy, mode } };
}

export function buildFile(patch: string | undefined, file: Partial<PatchedFile> = {}): PatchedFile {
  return { path: QUEUE, status: 'modified', ...(patch === undefined ? {} : { patch }), ...file };
}

export function buildOptions(files: readonly PatchedFile[], options: Partial<ReviewOptions> = {}): ReviewOptions {
  return {
    rule: () => ({
      why: 'Whoever reads the storage below the queue reads every message in it, also those that were deleted long ago, in every copy. Nobody notices.',
      fix: 'Write `sqs_managed_sse_enabled = true`.',
    }),
    link: ({ side, path, range }) => `https://github.com/acme/shop/blob/${side}/${encodeURI(path)}#L${range.startLine}`,
    files,
    ...options,
  };
}
