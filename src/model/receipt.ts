/** What was looked at, what was not and why, counted; and which assumptions were used. Every report carries one. */
import type { ProblemCode } from './problem.ts';
import type { Outcome } from './rule-result.ts';
import type { Assumption, UnresolvedReason } from './value.ts';

export interface SideReceipt {
  readonly entries: number;
  /** Files that policy takes out of judgement. */
  readonly ignored: number;
  /** Files some parser understood, by format. */
  readonly filesRead: Readonly<Record<string, number>>;
  readonly units: number;
  readonly resources: number;
  readonly resourcesByKind: Readonly<Record<string, number>>;
  /** Types without a lowering, with counts. */
  readonly unmappedTypes: Readonly<Record<string, number>>;
  readonly unresolvedByReason: Readonly<Partial<Record<UnresolvedReason, number>>>;
  readonly problemsByCode: Readonly<Partial<Record<ProblemCode, number>>>;
  readonly ruleOutcomes: Readonly<Record<Outcome | 'notApplicable', number>>;
}

export interface Receipt {
  readonly before: SideReceipt;
  readonly after: SideReceipt;
  readonly changedFiles: number;
  /** Changed files no parser claims (source code, documentation). */
  readonly changedFilesOutOfScope: number;
  readonly assumptions: readonly Assumption[];
  readonly rules: number;
}
