/**
 * The gate's comparison of a pull request's sides: identities, matching, removals, decisions, waivers. Pure; knows no
 * GitHub, no file format and no configuration file.
 */
import type { Analysis } from '../model/analysis.ts';
import type { FindingChange } from '../model/change.ts';
import type { GateSettings } from '../model/gate-settings.ts';
import type { Problem } from '../model/problem.ts';
import type { RuleDescription } from '../model/rule.ts';
import type { Waiver } from '../model/waiver.ts';
import { applyWaivers } from './apply-waivers.ts';
import { assignUnitKeys } from './assign-unit-keys.ts';
import { type ComparedFinding, compareSides } from './compare-sides.ts';
import { ComparedSide } from './compared-side.ts';
import { decideFinding } from './decide-finding.ts';
import { findDuplicates } from './find-duplicates.ts';
import { findRemovals } from './find-removals.ts';
import { mergeComparisons } from './merge-comparisons.ts';
import { sortChanges } from './sort-changes.ts';

export interface GateInput {
  /** Empty for a scan: everything is new. */
  readonly befores: readonly Analysis[];
  readonly after: Analysis;
  /** One map a before: path in the head to path before. */
  readonly renames: readonly ReadonlyMap<string, string>[];
  readonly rules: ReadonlyMap<string, RuleDescription>;
  readonly settings: GateSettings;
  readonly waivers: readonly Waiver[];
}

export interface GateResult {
  /** Blocking first, then by severity, place and identity. */
  readonly changes: readonly FindingChange[];
  /** Of the head: findings that share an identity. */
  readonly headProblems: readonly Problem[];
  /** Of the policy in force: waivers that nothing needs any more. */
  readonly policyProblems: readonly Problem[];
}

/** Compares, decides, waives, sorts. */
export function compareAnalyses(input: GateInput): GateResult {
  const { rules, after } = input;
  const head = new ComparedSide('after', after, new Map(), rules);
  const comparisons = input.befores.map((before, index) =>
    compareWith(before, input, input.renames[index] ?? new Map()),
  );
  const compared = input.befores.length === 0 ? everythingNew(head) : mergeComparisons(comparisons);
  const changes = compared.flatMap((item) => judge(item, input));
  const waived = applyWaivers(changes, input.waivers, rules);
  return {
    changes: sortChanges(waived.changes),
    headProblems: findDuplicates(head.findings),
    policyProblems: waived.problems,
  };
}

function compareWith(
  analysis: Analysis,
  input: GateInput,
  renames: ReadonlyMap<string, string>,
): readonly ComparedFinding[] {
  const { rules } = input;
  const before = new ComparedSide('before', analysis, new Map(), rules);
  const after = new ComparedSide('after', input.after, assignUnitKeys(analysis, input.after, renames), rules);
  return [...compareSides(before, after), ...findRemovals(before, after, rules)];
}

function everythingNew(head: ComparedSide): readonly ComparedFinding[] {
  return head.findings.map((finding) => ({ baselineState: 'new', after: finding, regression: false }));
}

function judge(compared: ComparedFinding, { rules, settings }: GateInput): readonly FindingChange[] {
  const rule = rules.get((compared.after ?? compared.before)?.ruleId ?? '');
  if (rule === undefined) return [];
  const decision = decideFinding(compared, rule, settings);
  const { baselineState, before, after, regression, moved } = compared;
  return [
    {
      subject: 'finding',
      baselineState,
      ...(before && { before }),
      ...(after && { after }),
      regression,
      ...(moved && { moved }),
      blocks: decision.startsWith('blocks-'),
      decision,
    },
  ];
}
