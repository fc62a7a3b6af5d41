/**
 * Analyses again only what an edit of some files touches: the units that read them. For asking whether an edit does
 * what it promises; never the analysis a verdict rests on.
 */
import type { Analysis } from '../model/analysis.ts';
import type { EvaluatedUnit, Format } from '../model/unit.ts';
import { loadTree } from '../source/load-tree.ts';
import type { Snapshot } from '../source/snapshot.ts';
import type { AnalysisContext } from './analyze-tree.ts';
import { checkClaimedText } from './check-claimed-text.ts';
import { evaluateUnits } from './evaluate-units.ts';
import { externalInputResources } from './external-input-resources.ts';
import { keepAdditions } from './keep-additions.ts';
import { omitRepeated } from './omit-repeated.ts';
import { runRules } from './run-rules.ts';
import { sortProblems } from './sort-problems.ts';

export interface EditedAnalysis extends Pick<Analysis, 'resources' | 'results' | 'problems'> {
  /** What evaluating the units took. */
  readonly steps: number;
}

/**
 * @param snapshot the tree with the edits in it; the same paths as the one `head` is of
 * @param edited paths with other contents
 */
export async function analyzeEdited(
  snapshot: Snapshot,
  context: AnalysisContext,
  head: Analysis,
  edited: ReadonlySet<string>,
): Promise<EditedAnalysis> {
  const touched = head.units.filter(({ reads }) => reads.some(({ type, path }) => type === 'file' && edited.has(path)));
  const wanted = new Set(touched.flatMap(({ reads }) => reads.map(({ path }) => path)));
  const { files, problems } = await loadTree(snapshot, ({ path }) => wanted.has(path), context.limits);
  const keys = new Set(touched.map((unit) => keyOf(unit, unit.environment)));
  const understood = new Map([...head.understood].map(([path, format]) => [path, format as Format]));
  const wantsUnit = (unit: Pick<EvaluatedUnit, 'format' | 'path'>, environment: string): boolean => {
    return keys.has(keyOf(unit, environment));
  };
  const { units } = await evaluateUnits(files, understood, { ...context, wantsUnit }, []);
  const resources = units.flatMap((unit) => [
    ...unit.resources,
    ...externalInputResources(unit, context.isAllowedSource),
  ]);
  const ruled = omitRepeated(keepAdditions(runRules(resources, context.rules, context.limits), units), units);
  const texts = new Map([...head.understood].filter(([path]) => edited.has(path)));
  return {
    resources,
    results: ruled.results,
    steps: units.reduce((sum, unit) => sum + unit.steps, 0),
    problems: sortProblems([
      ...problems.filter(({ location }) => location !== undefined && edited.has(location.path)),
      ...files.problems().filter(({ location }) => location !== undefined && edited.has(location.path)),
      ...checkClaimedText(texts, files.createReader()),
      ...units.flatMap((unit) => unit.problems),
      ...ruled.problems,
    ]),
  };
}

function keyOf({ format, path }: Pick<EvaluatedUnit, 'format' | 'path'>, environment: string): string {
  return `${format}\0${path}\0${environment}`;
}
