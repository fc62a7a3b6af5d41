/**
 * Keeps the patches that do what they promise. They are applied together, in memory, and what they touch is analysed
 * again; where that is not clean the halves are tried alone, as often as the limit allows. What was not verified is
 * dropped.
 */
import { analyzeEdited } from '../analysis/analyze-edited.ts';
import type { AnalysisContext } from '../analysis/analyze-tree.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Snapshot } from '../source/snapshot.ts';
import { applyPatches } from './apply-patches.ts';
import { editsOverlap } from './edits-overlap.ts';
import { judgeEdited } from './judge-edited.ts';
import { OverlaySnapshot } from './overlay-snapshot.ts';
import type { PatchProposal } from './patch-proposal.ts';

export interface PatchedHead {
  readonly snapshot: Snapshot;
  readonly head: Analysis;
  readonly context: AnalysisContext;
  /** Of every file that is patched. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Analyses of patched trees in one run. */
const MOST_TRIES = 24;

/** The proposals that hold, in their order. */
export async function verifyPatches(
  proposals: readonly PatchProposal[],
  patched: PatchedHead,
): Promise<ReadonlySet<PatchProposal>> {
  const kept = new Set<PatchProposal>();
  const open = batch(proposals).reverse();
  let tries = 0;
  for (let next = open.pop(); next !== undefined && tries < MOST_TRIES; next = open.pop()) {
    tries += 1;
    if (await holds(next, patched)) {
      for (const proposal of next) kept.add(proposal);
    } else if (next.length > 1) {
      const middle = next.length >> 1;
      open.push(next.slice(middle));
      open.push(next.slice(0, middle));
    }
  }
  return kept;
}

/** Groups whose patches can be applied together: each goes into the first it overlaps with nothing of. */
function batch(proposals: readonly PatchProposal[]): PatchProposal[][] {
  const batches: PatchProposal[][] = [];
  for (const proposal of proposals) {
    const free = batches.find((other) => !other.some(({ patch }) => editsOverlap(patch, proposal.patch)));
    if (free === undefined) batches.push([proposal]);
    else free.push(proposal);
  }
  return batches;
}

async function holds(
  proposals: readonly PatchProposal[],
  { snapshot, head, context, texts }: PatchedHead,
): Promise<boolean> {
  const patches = proposals.map(({ patch }) => patch);
  const after = applyPatches(patches, texts);
  if (after === undefined) return false;
  const overlay = new OverlaySnapshot(snapshot, after);
  const edited = await analyzeEdited(overlay, context, head, new Set(after.keys()));
  return judgeEdited(head, edited, proposals);
}
