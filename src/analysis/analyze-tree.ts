/**
 * One tree, from files to rule results: claim, load, evaluate units, run the rules, count. Knows no other side but
 * what `known` says; decides nothing about blocking.
 */
import type { Dictionary } from '../dictionary/dictionary.ts';
import type { Analysis } from '../model/analysis.ts';
import type { BudgetLimits } from '../model/budget.ts';
import type { GivenPlan } from '../model/inputs.ts';
import type { Problem } from '../model/problem.ts';
import type { Unit } from '../model/unit.ts';
import type { ParserManifest } from '../parsers/parser-manifest.ts';
import type { LoadedTree } from '../source/load-tree.ts';
import type { TreeFiles } from '../source/tree-files.ts';
import { buildReceipt } from './build-receipt.ts';
import { checkClaimedText } from './check-claimed-text.ts';
import { type ClaimOptions, claimFiles, mayBeClaimed } from './claim-files.ts';
import type { EffectiveRules } from './effective-rules.ts';
import { type EnvironmentSettings, evaluateUnits } from './evaluate-units.ts';
import { externalInputResources } from './external-input-resources.ts';
import { findUnusedPlans } from './find-unused-plans.ts';
import { keepAdditions } from './keep-additions.ts';
import { keepShown } from './keep-shown.ts';
import type { KnownSide } from './known-side.ts';
import { omitRepeated } from './omit-repeated.ts';
import { runRules } from './run-rules.ts';
import { sortProblems } from './sort-problems.ts';

/** A given plan with the environment it is evaluated as. */
export interface PlannedEnvironment extends GivenPlan {
  readonly environment: string;
}

export interface AnalysisContext {
  readonly parsers: readonly ParserManifest[];
  readonly dictionary: Dictionary;
  readonly rules: EffectiveRules;
  /** Globs of policy: sources outside the tree that are trusted. */
  readonly isAllowedSource: (source: string) => boolean;
  readonly limits: BudgetLimits;
  readonly environments: readonly EnvironmentSettings[];
  readonly isIgnored: (path: string) => boolean;
  /** Plans given by whoever runs this, of the tree that is analysed. */
  readonly plans?: readonly PlannedEnvironment[];
  /** Leaves units out; every unit is evaluated where it is not given. */
  readonly wantsUnit?: (unit: Unit, environment: string) => boolean;
}

/**
 * Analyses a tree whose possible inputs are loaded already; files that units ask for on the way are loaded here.
 * Never throws on content.
 */
export async function analyzeTree(tree: LoadedTree, context: AnalysisContext, known: KnownSide): Promise<Analysis> {
  const { files } = tree;
  const options: ClaimOptions = { ...context, knownElsewhere: known.formats };
  const understood = claimFiles(files.entries, files.createReader(), options);
  const { units, problems: ofSuppliers } = await evaluateUnits(files, understood, context, known.units);
  const resources = units.flatMap((unit) => [
    ...unit.resources,
    ...externalInputResources(unit, context.isAllowedSource),
  ]);
  const ruled = omitRepeated(keepAdditions(runRules(resources, context.rules, context.limits), units), units);
  const kept = keepShown(resources, ruled.results, units);
  const problems = sortProblems([
    ...tree.problems.filter((problem) => isInScope(problem, context)),
    ...contentProblems(files, options),
    ...checkClaimedText(understood, files.createReader()),
    ...ofSuppliers,
    ...units.flatMap((unit) => unit.problems),
    ...ruled.problems,
    ...findUnusedPlans(context.plans ?? [], units),
  ]);
  const ignored = files.entries.filter((entry) => context.isIgnored(entry.path)).length;
  const receipt = buildReceipt({
    entries: files.entries.length,
    ignored,
    understood,
    units,
    resources: kept,
    problems,
    ruleOutcomes: ruled.counts,
  });
  const { results, watched } = ruled;
  return {
    snapshot: files.id,
    entries: files.entries,
    understood,
    units,
    resources: kept,
    results,
    watched,
    problems,
    receipt,
  };
}

function isInScope(problem: Problem, { isIgnored }: AnalysisContext): boolean {
  return problem.location === undefined || !isIgnored(problem.location.path);
}

/**
 * Problems of contents count for what is judged. A file that a function merely reads (the hash of an archive) leaves
 * its value unresolved, which says enough; one that no listing holds could be anything.
 */
function contentProblems(files: TreeFiles, options: ClaimOptions): readonly Problem[] {
  const listed = new Set(files.entries.map((entry) => entry.path));
  return files.problems().filter(({ location }) => {
    if (location === undefined) return true;
    return listed.has(location.path) ? mayBeClaimed(location.path, options) : !options.isIgnored(location.path);
  });
}
