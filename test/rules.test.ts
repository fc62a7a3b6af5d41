/**
 * Every rule against the fixtures beside it, through the real parsers. A fixture is any file in the rule's folder or
 * below it; each subfolder is read as one repository would be. The line above an expected result says
 * `# fail: <id>`, `# pass: <id>` or `# open: <id>`; the finding, or its resource, must start on the next line that is
 * no comment. A folder with `before/` and `after/` is a change: its markers stand in `before/`, above what a removal
 * rule finds gone or still there. A rule needs a fail and a pass for every language it holds in. Files with syntax the
 * parsers refuse fail here too.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyzeTree } from '../src/analysis/analyze-tree.ts';
import { policySchema } from '../src/config/schema.ts';
import { toLimits } from '../src/config/to-limits.ts';
import { readDictionaryFolder } from '../src/dictionary/read-dictionary-folder.ts';
import type { Analysis } from '../src/model/analysis.ts';
import type { Resource } from '../src/model/resource.ts';
import { parsers } from '../src/parsers/index.ts';
import type { CompiledRule } from '../src/rule-engine/compiled-rule.ts';
import { loadRules } from '../src/rule-engine/load-rules.ts';
import { readRulesFolder } from '../src/rule-engine/read-rules-folder.ts';
import { loadTree } from '../src/source/load-tree.ts';
import { MemorySnapshot } from '../src/source/memory-snapshot.ts';
import { compareFixture, type Said } from './rule-fixtures/compare-fixture.ts';
import { findChanges } from './rule-fixtures/find-changes.ts';
import { judgeRemovals } from './rule-fixtures/judge-removals.ts';
import { readMarkers } from './rule-fixtures/read-markers.ts';

const limits = toLimits(policySchema.parse({ version: 1 }).budgets);
const rulesFolder = join(import.meta.dirname, '../rules');
const checks = join(rulesFolder, 'checks');
const dictionary = readDictionaryFolder(join(rulesFolder, 'dictionary'));
const sources = readRulesFolder(checks);
const loaded = loadRules(sources, dictionary);

function filesOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((name) => name !== 'rule.yaml');
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

async function analyze(files: Readonly<Record<string, string>>, rule: CompiledRule): Promise<Analysis> {
  const tree = await loadTree(new MemorySnapshot(files), () => true, limits);
  const context = {
    parsers,
    dictionary,
    rules: { compiled: [rule], descriptions: new Map([[rule.definition.id, rule.description]]) },
    limits,
    environments: [],
    isIgnored: (path: string) => path.endsWith('expected.yaml'),
    isAllowedSource: () => false,
  };
  return analyzeTree(tree, context, { formats: new Map(), units: [] });
}

const FORMATS_BY_KIND: readonly (readonly [string, readonly string[]])[] = [
  ['AWS::', ['terraform', 'cloudformation']],
  ['Terraform::', ['terraform']],
  ['Dockerfile::', ['dockerfile']],
];

/** Kinds that exist only where something is wrong with them: nothing of them can pass. */
const ALWAYS_FAILING: ReadonlySet<string> = new Set(['External::Command', 'External::Macro', 'External::Response']);

/** Said of every input from outside, and no mistake of a fixture that is about them. */
const NOT_IN_THE_TREE: ReadonlySet<string> = new Set(['module-not-available', 'template-not-evaluated']);

type SaidInFormat = Said & { readonly format: string };

function saidOf(analysis: Analysis): readonly SaidInFormat[] {
  const find = (unit: string, address: string): Resource | undefined =>
    analysis.resources.find((resource) => resource.unit === unit && resource.address === address);
  return analysis.results.map((result) => {
    const resource = find(result.unit, result.address);
    const block = resource?.location ?? result.location;
    return { ...result, block, format: resource?.format ?? '' };
  });
}

function missingFixtures(rule: CompiledRule, said: readonly SaidInFormat[]): readonly string[] {
  const wanted = rule.kinds.every((kind) => ALWAYS_FAILING.has(kind))
    ? (['fail'] as const)
    : (['fail', 'pass'] as const);
  const formats = new Set(
    rule.kinds.flatMap((kind) => FORMATS_BY_KIND.find(([prefix]) => kind.startsWith(prefix))?.[1] ?? ['any']),
  );
  return [...formats].flatMap((format) =>
    wanted
      .filter((outcome) => !said.some((one) => one.outcome === outcome && (format === 'any' || one.format === format)))
      .map((outcome) => `no ${outcome} fixture for ${format}`),
  );
}

/** Parts of expressions whose properties the checker cannot know; each needs a fixture that proves its spelling. */
const UNTYPED: Readonly<Record<string, readonly string[]>> = {};

describe('rules', () => {
  it('load without a mistake', () => {
    expect(loaded.ok ? [] : loaded.errors).toEqual([]);
    expect(sources.length).toBeGreaterThan(0);
  });

  describe.each(loaded.ok ? loaded.rules.map((rule) => [rule.definition.id, rule] as const) : [])('%s', (id, rule) => {
    const folder = join(
      checks,
      (sources.find(({ text }) => text.includes(`id: ${id}\n`))?.path ?? '').replace(/\/rule\.yaml$/, ''),
    );
    const all = filesOf(folder);
    const changes = findChanges(all);
    const files = Object.fromEntries(Object.entries(all).filter(([path]) => !changes.some(({ owns }) => owns(path))));
    const analyses: Analysis[] = [];
    const said: SaidInFormat[] = [];

    beforeAll(async () => {
      const analysis = await analyze(files, rule);
      analyses.push(analysis);
      said.push(...saidOf(analysis));
      for (const change of changes) {
        const before = await analyze(change.before, rule);
        const after = await analyze(change.after, rule);
        analyses.push(before, after);
        said.push(...judgeRemovals(change.folder, before, after, rule.description));
      }
    });

    it('says what its fixtures expect, and nothing else', () => {
      const expected = Object.entries(all).flatMap(([path, text]) => readMarkers(path, text));
      expect(expected.length).toBeGreaterThan(0);
      expect(compareFixture(id, expected, said)).toEqual([]);
    });

    it('is typed, but for what is listed', () => {
      expect(rule.untyped).toEqual(UNTYPED[id] ?? []);
    });

    it('has fixtures the parsers read whole', () => {
      const isAboutOutside = rule.kinds.some((kind) => kind.startsWith('External::'));
      const problems = analyses
        .flatMap((analysis) => analysis.problems)
        .filter(({ code }) => !(isAboutOutside && NOT_IN_THE_TREE.has(code)));
      expect(problems.map(({ code, message, location }) => ({ code, message, location }))).toEqual([]);
    });

    it('has a fail and a pass for every language it holds in', () => {
      expect(missingFixtures(rule, said)).toEqual([]);
    });
  });
});
