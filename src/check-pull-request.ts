/**
 * The whole job, and the place to start reading: policy, before, after, comparison, verdict, report. Pure over its
 * ports; it reads no environment, no clock and no file, so that the same inputs give the same bytes through every door.
 */
import { analyzeSnapshot } from './analysis/analyze-snapshot.ts';
import { buildContext } from './analysis/build-context.ts';
import { mayBeClaimed } from './analysis/claim-files.ts';
import { knownSide } from './analysis/known-side.ts';
import { lendPlans } from './analysis/lend-plans.ts';
import { namePlans } from './analysis/name-plans.ts';
import { loadPolicy } from './config/load-policy.ts';
import { loadWaivers } from './config/load-waivers.ts';
import { resolveRuleSettings } from './config/resolve-rule-settings.ts';
import type { Dictionary } from './dictionary/dictionary.ts';
import { addPatches } from './fixes/add-patches.ts';
import { buildReport } from './gate/build-report.ts';
import { changedPaths } from './gate/changed-paths.ts';
import { compareAnalyses } from './gate/compare-analyses.ts';
import { decideVerdict } from './gate/decide-verdict.ts';
import { judgeProblems } from './gate/judge-problems.ts';
import { listPolicySources } from './gate/list-policy-sources.ts';
import type { Analysis } from './model/analysis.ts';
import type { Finding } from './model/finding.ts';
import type { GivenPlan, RecordedInputs } from './model/inputs.ts';
import type { PolicySources } from './model/policy.ts';
import type { Report } from './model/report.ts';
import { parsers } from './parsers/index.ts';
import type { LoadedRules } from './rule-engine/loaded-rules.ts';
import { checkPolicyFiles } from './source/check-policy-files.ts';
import { findRenames } from './source/find-renames.ts';
import { recordInputs } from './source/record-inputs.ts';
import { RecordingSnapshot } from './source/recording-snapshot.ts';
import type { ChangeSource } from './source/snapshot.ts';

export interface PullRequestJob {
  readonly change: ChangeSource;
  /** From policy branches only, never from the head. */
  readonly policy: PolicySources;
  readonly pack: LoadedRules & { readonly dictionary: Dictionary };
  /** `threatdiff 1.2.3` */
  readonly engine: string;
  /** `YYYY-MM-DD`, UTC: the day waivers are judged on. */
  readonly asOf: string;
  /** Plans of runs of the head; they may add findings, nothing else. */
  readonly plans?: readonly GivenPlan[] | undefined;
  /** Which findings get their mechanical fix; all where not given. */
  readonly fixes?: (finding: Finding) => boolean;
}

export interface CheckResult {
  readonly report: Report;
  /** Everything the report was made from; recorded on demand. */
  readonly recordInputs: () => Promise<RecordedInputs>;
}

/** Throws a UserError when a side cannot be read at all; everything else is in the report. */
export async function checkPullRequest(job: PullRequestJob): Promise<CheckResult> {
  const { engine, asOf, pack } = job;
  const { policy, problems: policyProblems } = loadPolicy(job.policy, asOf);
  const accepted = loadWaivers(job.policy, { asOf, maxDays: policy.waivers.maxDays });
  const settingsOf = (names: readonly string[]) => resolveRuleSettings(policy, names);
  const context = buildContext({ policy, parsers, dictionary: pack.dictionary, rules: pack.rules, settingsOf });
  const before = job.change.before.map((snapshot) => new RecordingSnapshot(snapshot));
  const head = new RecordingSnapshot(job.change.after);

  const analysed: Analysis[] = [];
  for (const snapshot of before)
    analysed.push(await analyzeSnapshot(snapshot, context, knownSide(undefined, new Map())));
  const mayMatter = (path: string) => mayBeClaimed(path, { ...context, knownElsewhere: new Map() });
  const renames = await Promise.all(before.map((snapshot) => findRenames(snapshot, head, mayMatter)));
  const planned = { ...context, plans: namePlans(job.plans ?? []) };
  const after = await analyzeSnapshot(head, planned, knownSide(analysed[0], renames[0] ?? new Map()));
  const befores = analysed.map((side) => lendPlans(side, after, planned.plans));

  const { descriptions: rules } = context.rules;
  const { failOnRegression, mode, observation } = policy;
  const settings = { mode, observation, failOn: job.policy.commandLine?.failOn ?? policy.failOn, failOnRegression };
  const gate = compareAnalyses({ befores, after, renames, rules, settings, waivers: accepted.waivers });
  const changed = changedPaths(befores, after, renames[0] ?? new Map());
  const problems = judgeProblems({
    befores,
    after,
    changed,
    ofHead: [...gate.headProblems, ...(await checkPolicyFiles(head, changed))],
    ofPolicy: [...policyProblems, ...accepted.problems, ...gate.policyProblems],
  });
  const verdict = decideVerdict({ changes: gate.changes, problems, settings, befores, after, changed });
  const policyIdentity = { sources: listPolicySources(job.policy), mode };
  const identity = { engine, rulePack: pack.digest, asOf, policy: policyIdentity };
  const changes = await addPatches(gate.changes, { snapshot: head, head: after, context: planned, wants: job.fixes });
  const recorded = { engine, rulePack: pack.digest, asOf, ...(job.plans?.length ? { plans: job.plans } : {}) };
  const report = buildReport({ identity, befores, after, changed, changes, problems, verdict, rules: rules.size });
  return {
    report,
    recordInputs: () => recordInputs({ ...recorded, policy: job.policy }, before, head),
  };
}
