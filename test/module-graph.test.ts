/**
 * An edit of a module evaluates again exactly the directories that call it, directly or through others: everything else
 * is taken over from the side before, and the report is what it would be without taking anything over.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyzeSnapshot } from '../src/analysis/analyze-snapshot.ts';
import type { AnalysisContext } from '../src/analysis/analyze-tree.ts';
import { buildContext } from '../src/analysis/build-context.ts';
import { knownSide } from '../src/analysis/known-side.ts';
import { loadPolicy } from '../src/config/load-policy.ts';
import { resolveRuleSettings } from '../src/config/resolve-rule-settings.ts';
import { parsers } from '../src/parsers/index.ts';
import type { ParserManifest } from '../src/parsers/parser-manifest.ts';
import { MemorySnapshot } from '../src/source/memory-snapshot.ts';
import { AS_OF, testPack } from './run-directories.ts';

/** For each directory those it calls: only later ones, because modules cannot call in circles. */
type Graph = readonly (readonly number[])[];

const graphs = fc.integer({ min: 2, max: 9 }).chain((size) => {
  return fc.tuple(
    ...Array.from({ length: size }, (_, at) =>
      fc.subarray(Array.from({ length: size - at - 1 }, (_each, more) => at + 1 + more)),
    ),
  );
});

function nameOf(at: number): string {
  return `m${at}`;
}

function fileOf(calls: readonly number[], text: string): string {
  const modules = calls.map(
    (at) => `module "${nameOf(at)}" {\n  source = "../${nameOf(at)}"\n  name   = "\${var.name}-${at}"\n}\n`,
  );
  return `variable "name" {\n  default = "x"\n}\nresource "aws_sqs_queue" "q" {\n  name = "\${var.name}-${text}"\n}\n${modules.join('')}`;
}

function treeOf(graph: Graph, edited: ReadonlySet<number>): MemorySnapshot {
  const files = graph.map((calls, at) => [`${nameOf(at)}/main.tf`, fileOf(calls, edited.has(at) ? 'edited' : 'plain')]);
  return new MemorySnapshot(Object.fromEntries(files) as Record<string, string>, edited.size > 0 ? 'after' : 'before');
}

/** The edited directories and everything that reaches one, computed from the graph alone. */
function callersOf(graph: Graph, edited: ReadonlySet<number>): readonly string[] {
  const reached = new Set(edited);
  for (let at = graph.length - 1; at >= 0; at--) {
    if (graph[at]?.some((called) => reached.has(called))) reached.add(at);
  }
  return [...reached].map(nameOf).sort();
}

function contextOf(evaluated: string[]): AnalysisContext {
  const pack = testPack();
  const { policy } = loadPolicy({}, AS_OF);
  const recording = parsers.map(
    (parser): ParserManifest => ({
      ...parser,
      evaluateUnit: (unit, context) => {
        evaluated.push(unit.path);
        return parser.evaluateUnit(unit, context);
      },
    }),
  );
  const settingsOf = (names: readonly string[]) => resolveRuleSettings(policy, names);
  return buildContext({ policy, parsers: recording, dictionary: pack.dictionary, rules: pack.rules, settingsOf });
}

it('an edit of modules evaluates exactly their callers again', async () => {
  await fc.assert(
    fc.asyncProperty(graphs, fc.infiniteStream(fc.boolean()), async (graph, choices) => {
      const edited = new Set(graph.flatMap((_, at) => (choices.next().value === true ? [at] : [])));
      const evaluated: string[] = [];
      const context = contextOf(evaluated);
      const before = await analyzeSnapshot(treeOf(graph, new Set()), context, knownSide(undefined, new Map()));
      expect(evaluated.toSorted()).toEqual(graph.map((_, at) => nameOf(at)).sort());
      evaluated.length = 0;
      const warm = await analyzeSnapshot(treeOf(graph, edited), context, knownSide(before, new Map()));
      expect(evaluated.toSorted()).toEqual(callersOf(graph, edited));
      const cold = await analyzeSnapshot(treeOf(graph, edited), context, knownSide(undefined, new Map()));
      expect(warm).toEqual(cold);
    }),
    { seed: 20_261_122, numRuns: 40 },
  );
});
