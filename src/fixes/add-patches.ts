/**
 * Adds the mechanical fix to the findings that are shown, where their rule has one and it holds. Bounded; a pure
 * function of the head tree and the rules. Never decides anything about a finding.
 */
import type { AnalysisContext } from '../analysis/analyze-tree.ts';
import type { Analysis } from '../model/analysis.ts';
import type { FindingChange } from '../model/change.ts';
import type { Finding } from '../model/finding.ts';
import type { Resource } from '../model/resource.ts';
import type { Snapshot } from '../source/snapshot.ts';
import { type Candidate, findCandidates } from './find-candidates.ts';
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

/** Different patches of one run. */
const MOST_PATCHES = 100;
/** Characters that are read again to make them: every step of a patch reads its file anew. */
const MOST_CHARACTERS = 40_000_000;

interface Proposed {
  readonly proposal: PatchProposal;
  readonly changes: readonly FindingChange[];
}

/** The same changes in the same order, those with a patch that was verified carrying it. */
export async function addPatches(
  changes: readonly FindingChange[],
  { snapshot, head, context, wants = () => true }: PatchableTree,
): Promise<readonly FindingChange[]> {
  const candidates = findCandidates(changes, head, context, wants);
  if (candidates.length === 0) return changes;
  const paths = new Set(candidates.flatMap(({ resource }) => pathsOf(resource)));
  const texts = await readHeadTexts(snapshot, paths);
  const proposed = propose(candidates, texts);
  const proposals = proposed.map(({ proposal }) => proposal);
  const verified = await verifyPatches(proposals, { snapshot, head, context, texts });
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

/** Equal edits are one patch, however many findings it fixes. */
function propose(candidates: readonly Candidate[], texts: ReadonlyMap<string, string>): readonly Proposed[] {
  const proposals = new Map<string, Proposed>();
  let left = MOST_CHARACTERS;
  for (const { change, finding, results, resource, patch: steps } of candidates) {
    left -= costOf(resource, steps, texts);
    if (left < 0) break;
    const patch = proposePatch({ finding, resource, patch: steps, texts });
    if (patch === undefined) continue;
    const key = JSON.stringify(patch);
    const known = proposals.get(key);
    if (known === undefined && proposals.size === MOST_PATCHES) continue;
    const proposal = { patch, results: [...(known?.proposal.results ?? []), ...results] };
    proposals.set(key, { proposal, changes: [...(known?.changes ?? []), change] });
  }
  return [...proposals.values()];
}

function costOf(resource: Resource, steps: Candidate['patch'], texts: ReadonlyMap<string, string>): number {
  const counts = [...Object.values(steps.terraform ?? {}), ...Object.values(steps.cloudformation ?? {})].map(
    ({ length }) => length,
  );
  const most = counts.reduce((count, length) => Math.max(count, length), 1);
  return pathsOf(resource).reduce((sum, path) => sum + (texts.get(path)?.length ?? 0) * most, 0);
}

function pathsOf({ location, foldedFrom }: Resource): readonly string[] {
  return [location.path, ...foldedFrom.map((folded) => folded.location.path)];
}
