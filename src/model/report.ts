/**
 * `report.json`: a pure function of the two trees, policy, waivers, recorded answers, the `asOf` day and the rule
 * pack. What belongs to a door (times, URLs, numbers) is in `run.json`. Schema: `docs/schemas/report.schema.json`.
 */
import type { FindingChange } from './change.ts';
import type { Problem } from './problem.ts';
import type { Receipt } from './receipt.ts';
import type { Side } from './location.ts';
import type { FailedRun, PendingVerdict, Verdict } from './verdict.ts';

/** A problem with the side it was found on and whether the input behind it is part of the change. */
export interface ReportedProblem extends Problem {
  readonly side: Side | 'policy';
  readonly inputChanged: boolean;
  /** It fails the check by itself. */
  readonly blocks: boolean;
}

export interface Report {
  readonly schema: 'https://threatdiff.dev/schemas/report/1';
  readonly engine: string;
  readonly rulePack: string;
  /** `YYYY-MM-DD`, UTC: the day waivers are judged on. */
  readonly asOf: string;
  readonly before: readonly string[];
  readonly after: string;
  readonly policy: {
    readonly sources: readonly { readonly file: string; readonly id: string }[];
    readonly mode: 'enforce' | 'monitor';
  };
  readonly verdict: Verdict | PendingVerdict | FailedRun;
  readonly changes: readonly FindingChange[];
  readonly problems: readonly ReportedProblem[];
  readonly receipt: Receipt;
}
