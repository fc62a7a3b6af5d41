/**
 * Adds the mechanical fix to the findings that are shown, where their rule has one and it holds. Bounded; a pure
 * function of the head tree and the rules. Never decides anything about a finding.
 */
import type { AnalysisContext } from '../analysis/analyze-tree.ts';
import type { Analysis } from '../model/analysis.ts';
import type { FindingChange } from '../model/change.ts';
import type { Finding } from '../model/finding.ts';
import type { Resource } from '../model/resource.ts';
import type { RuleResult } from '../model/rule-result.ts';
import type { RuleDefinition } from '../rule-engine/rule-schema.ts';
import type { Snapshot } from '../source/snapshot.ts';
import type { PatchProposal } from './patch-proposal.ts';
import { proposePatch } from './propose-patch.ts';
import { readHeadTexts } from './read-head-texts.ts';
import { verifyPatches } from './verify-patches.ts';

export interface PatchableTree {
  readonly snapshot: Snapshot;
  readonly head: Analysis;
  readonly context: AnalysisContext;
  /** Findings to fix; all where not given. */
  readonly wants?: ((finding: Finding) => boolean) | undefined;
}

/** Findings that are looked at and patches that are verified in one run; the most severe come first. */
const MOST_FINDINGS = 500;
const MOST_PATCHES = 100;

interface Candidate {
  readonly change: FindingChange;
  readonly finding: Finding;
  readonly result: RuleResult;
  readonly resource: Resource;
  readonly patch: NonNullable<RuleDefinition['patch']>;
}

/** The same changes in the same order, those with a patch that was verified carrying it. */
export async function addPatches(
  changes: readonly FindingChange[],
  tree: PatchableTree,
): Promise<readonly FindingChange[]> {
  const { snapshot, head, context } = tree;
  const candidates = findCandidates(changes, tree);
  if (candidates.length === 0) return changes;
  const paths = new Set(candidates.flatMap(({ resource }) => pathsOf(resource)));
  const texts = await readHeadTexts(snapshot, paths);
  const proposals = new Map<string, { readonly proposal: PatchProposal; readonly changes: FindingChange[] }>();
  for (const { change, finding, result, resource, patch: steps } of candidates) {
    const patch = proposePatch({ finding, resource, patch: steps, texts });
    if (patch === undefined) continue;
    const key = JSON.stringify(patch);
    const known = proposals.get(key);
    if (known === undefined && proposals.size === MOST_PATCHES) break;
    const results = [...(known?.proposal.results ?? []), result];
    proposals.set(key, { proposal: { patch, results }, changes: [...(known?.changes ?? []), change] });
  }
  const proposed = [...proposals.values()];
  const verified = await verifyPatches(
    proposed.map(({ proposal }) => proposal),
    { snapshot, head, context, texts },
  );
  const patches = new Map(
    proposed
      .filter(({ proposal }) => verified.has(proposal))
      .flatMap(({ proposal, changes: of }) => of.map((change) => [change, proposal.patch] as const)),
  );
  return changes.map((change) => {
    const patch = patches.get(change);
    return patch === undefined ? change : { ...change, patch };
  });
}

/** Failures that the change makes or changes, with what they are about. An open one is not known to be wrong. */
function findCandidates(
  changes: readonly FindingChange[],
  { head, context, wants = () => true }: PatchableTree,
): readonly Candidate[] {
  const patches = new Map(context.rules.compiled.map(({ definition }) => [definition.id, definition.patch]));
  const shown = changes.filter(({ baselineState, after }) => {
    const isShown = baselineState === 'new' || baselineState === 'updated';
    return isShown && after?.outcome === 'fail' && patches.get(after.ruleId) !== undefined && wants(after);
  });
  if (shown.length === 0) return [];
  const results = new Map(head.results.map((result) => [resultKey(result), result]));
  const resources = new Map(head.resources.map((resource) => [resourceKey(resource), resource]));
  return shown.slice(0, MOST_FINDINGS).flatMap((change) => {
    const finding = change.after;
    const result = finding && results.get(findingKey(finding));
    const resource = result && resources.get(resourceKey({ ...result, kind: finding.kind }));
    const patch = patches.get(finding?.ruleId ?? '');
    if (finding === undefined || result === undefined || resource === undefined || patch === undefined) return [];
    return [{ change, finding, result, resource, patch }];
  });
}

function pathsOf({ location, foldedFrom }: Resource): readonly string[] {
  return [location.path, ...foldedFrom.map((folded) => folded.location.path)];
}

/** A finding names its unit as it was before; its place tells which unit of the head that is. */
function findingKey({ ruleId, environment, address, discriminator, anchor }: Finding): string {
  return [ruleId, environment, address, discriminator, anchor.path, JSON.stringify(anchor.range)].join('\0');
}

function resultKey({ ruleId, environment, address, discriminator, location }: RuleResult): string {
  return [ruleId, environment, address, discriminator, location.path, JSON.stringify(location.range)].join('\0');
}

function resourceKey({
  unit,
  environment,
  kind,
  address,
}: Pick<Resource, 'unit' | 'environment' | 'kind' | 'address'>): string {
  return [unit, environment, kind, address].join('\0');
}
