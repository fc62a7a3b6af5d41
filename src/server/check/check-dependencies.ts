/** What the check job needs of the world, as narrow as it uses it. */
import type { StartedCheckRun } from '../../github/publish/start-check-run.ts';
import type { PolicySources } from '../../model/policy.ts';
import type { Report } from '../../model/report.ts';
import type { JudgedChange } from '../../reporters/check-run/combine-check-runs.ts';
import type { RuleFactsLookup } from '../../reporters/rule-facts.ts';
import type { RuleLookup } from '../../reporters/rule-text.ts';
import type { ChangeSource } from '../../source/snapshot.ts';
import type { Log } from '../log.ts';
import type { CheckIdentity, CommitGateway } from './commit-gateway.ts';
import type { EngineIdentity } from './read-commit-state.ts';

/** Judges one change; throws AnalysisFailed, or the error of the source. */
export type Analyse = (
  change: ChangeSource,
  settings: { readonly policy: PolicySources; readonly asOf: string },
  signal?: AbortSignal,
) => Promise<Report>;

/** Notes about the work in the store, written under the commit's lease. Each throws when the lease was lost. */
export interface CheckProgress {
  assertHeld(): Promise<void>;
  /** Whether the job of the commit before may be writing on the same pull request right now. */
  mayOthersWrite(): Promise<boolean>;
  started(check: CheckIdentity, run: StartedCheckRun): Promise<void>;
  concluded(check: CheckIdentity, run: StartedCheckRun, judged: readonly JudgedChange[]): Promise<void>;
  failed(check: CheckIdentity): Promise<void>;
  abandoned(): Promise<void>;
}

export interface CheckDependencies {
  readonly gateway: CommitGateway;
  readonly analyse: Analyse;
  readonly identity: EngineIdentity;
  readonly rule: RuleLookup;
  readonly facts: RuleFactsLookup;
  readonly progress: CheckProgress;
  readonly log: Log;
  readonly signal: AbortSignal;
}
