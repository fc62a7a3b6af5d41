/** Loads what may be infrastructure from one snapshot and analyses it. The only place that joins source and analysis. */
import type { Analysis } from '../model/analysis.ts';
import { loadTree } from '../source/load-tree.ts';
import type { Snapshot } from '../source/snapshot.ts';
import { type AnalysisContext, analyzeTree } from './analyze-tree.ts';
import { mayBeClaimed } from './claim-files.ts';
import type { KnownSide } from './known-side.ts';

/** Throws only what the source throws when it cannot be read at all (a UserError). */
export async function analyzeSnapshot(
  snapshot: Snapshot,
  context: AnalysisContext,
  known: KnownSide,
): Promise<Analysis> {
  const options = { ...context, knownElsewhere: known.formats };
  const tree = await loadTree(snapshot, ({ path }) => mayBeClaimed(path, options), context.limits);
  return analyzeTree(tree, context, known);
}
