/**
 * Keeps the patches that do what they promise. They are applied together, in memory, and what they touch is analysed
 * again; where that is not clean, fewer of them are tried, as often as the limits allow. What was not verified is
 * dropped.
 */
import { analyzeEdited } from '../analysis/analyze-edited.ts';
import type { AnalysisContext } from '../analysis/analyze-tree.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Snapshot } from '../source/snapshot.ts';
import { applyPatches } from './apply-patches.ts';
import { editsOverlap } from './edits-overlap.ts';
import { type Judgement, judgeEdited } from './judge-edited.ts';
import { OverlaySnapshot } from './overlay-snapshot.ts';
import type { PatchProposal } from './patch-proposal.ts';

export interface PatchedHead {
  readonly snapshot: Snapshot;
  readonly head: Analysis;
  readonly context: AnalysisContext;
  /** Of every file that is patched. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Analyses of patched trees in one run; together they may cost about what one large unit does. */
const MOST_TRIES = 24;

/** The proposals that hold. */
export async function verifyPatches(
  proposals: readonly PatchProposal[],
  patched: PatchedHead,
): Promise<ReadonlySet<PatchProposal>> {
  const { unitSteps, unitResources } = patched.context.limits;
  const kept = new Set<PatchProposal>();
  const open = batch(proposals).reverse();
  const spent = { tries: 0, steps: 0, resources: 0 };
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (spent.tries === MOST_TRIES || spent.steps > unitSteps || spent.resources > unitResources) break;
    const { judgement, steps, resources } = await tryTogether(next, patched);
    spent.tries += 1;
    spent.steps += steps;
    spent.resources += resources;
    if (judgement.isClean) for (const proposal of next) kept.add(proposal);
    else for (const part of split(next, judgement)) open.push(part);
  }
  return kept;
}

/** What to try next: without those that do not pass, or, where all pass and something else is worse, the halves. */
function split(proposals: readonly PatchProposal[], { passing }: Judgement): PatchProposal[][] {
  if (passing.length < proposals.length) return passing.length === 0 ? [] : [[...passing]];
  const middle = proposals.length >> 1;
  return middle === 0 ? [] : [proposals.slice(middle), proposals.slice(0, middle)];
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

interface Try {
  readonly judgement: Judgement;
  readonly steps: number;
  readonly resources: number;
}

async function tryTogether(
  proposals: readonly PatchProposal[],
  { snapshot, head, context, texts }: PatchedHead,
): Promise<Try> {
  const patches = proposals.map(({ patch }) => patch);
  const after = applyPatches(patches, texts);
  if (after === undefined) return { judgement: { passing: [], isClean: false }, steps: 0, resources: 0 };
  const overlay = new OverlaySnapshot(snapshot, after);
  const edited = await analyzeEdited(overlay, context, head, new Set(after.keys()));
  const judgement = judgeEdited(head, edited, proposals);
  return { judgement, steps: edited.steps, resources: edited.resources.length };
}
