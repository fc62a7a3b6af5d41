/**
 * Evaluates the Terraform of the corpora and of the real pull requests of `../shared` and prints how much of it is
 * known: the properties that rules read, by what they are and why they are not known. Ends with 1 after a crash, a
 * reason that is not of the closed list, or when less than 95 % of what is all in the tree is known; with 0 and a line
 * where the archives are absent. `--causes` lists what is not known, most frequent first.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { analyzeSnapshot } from '../src/analysis/analyze-snapshot.ts';
import { buildContext } from '../src/analysis/build-context.ts';
import { knownSide } from '../src/analysis/known-side.ts';
import { loadPolicy } from '../src/config/load-policy.ts';
import { resolveRuleSettings } from '../src/config/resolve-rule-settings.ts';
import { readDictionaryFolder } from '../src/dictionary/read-dictionary-folder.ts';
import type { Resource } from '../src/model/resource.ts';
import type { UnresolvedValue, Value } from '../src/model/value.ts';
import { terraformParser } from '../src/parsers/terraform/index.ts';
import { buildRulePack } from '../src/rule-engine/build-rule-pack.ts';
import { loadRulePack } from '../src/rule-engine/load-rule-pack.ts';
import { readRulesFolder } from '../src/rule-engine/read-rules-folder.ts';
import { openDirectory } from '../src/source/open-directory.ts';
import { unpackShared } from './unpack-shared.ts';

const LEAST_SHARE = 0.95;

/** Made of what no tree holds, or of what this one lacks. What is derived from such a value counts as it does. */
const OUTSIDE: ReadonlySet<string> = new Set([
  'variable-without-value',
  'supplied-outside',
  'provider-computed',
  'derived-value',
  'pseudo-parameter',
  'cross-stack-import',
  'dynamic-reference',
  'external-data',
  'remote-state',
  'module-not-fetched',
  'file-not-in-tree',
  'non-deterministic',
  'undeclared-name',
  'ignored-changes',
  'build-argument',
]);

/** Held against us: everything it is made of may be in the tree. */
const TREE: ReadonlySet<string> = new Set([
  'unknown-function',
  'unsupported-expression',
  'macro',
  'cycle',
  'unknown-key',
  'unknown-count',
  'unknown-condition',
  'invalid-value',
  'invalid-expression',
  'budget-exceeded',
  'template-not-evaluated',
]);

interface Tally {
  units: number;
  resources: number;
  crashes: number;
  milliseconds: number;
  value: number;
  reference: number;
  absent: number;
  readonly reasons: Map<string, number>;
  readonly causes: Map<string, number>;
}

const rules = join(import.meta.dirname, '..', 'rules');
const dictionary = readDictionaryFolder(join(rules, 'dictionary'));
const pack = loadRulePack(buildRulePack(readRulesFolder(join(rules, 'checks')), dictionary));
const { policy } = loadPolicy({}, '2026-11-22');
const context = buildContext({
  policy,
  parsers: [terraformParser],
  dictionary: pack.dictionary,
  rules: pack.rules,
  settingsOf: (names) => resolveRuleSettings(policy, names),
});
const read = propertiesRead();

/** By kind, the properties that decide or show a finding. */
function propertiesRead(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  for (const { kinds, definition } of pack.rules) {
    const { applies_when: applies = '', each = '', fail_when: fails = '', points_at: points = [] } = definition;
    const inExpressions = [...`${applies} ${each} ${fails}`.matchAll(/\bresource\.([A-Za-z]\w*)/g)].map(
      ([, name]) => name,
    );
    const paths = [points, definition.evidence ?? []].flat().filter((path) => !path.startsWith('item'));
    const names = [...inExpressions, ...paths.map((path) => /^[A-Za-z]\w*/.exec(path)?.[0])];
    for (const kind of kinds) {
      const properties = found.get(kind) ?? [];
      found.set(kind, new Set([...properties, ...names.filter((name) => name !== undefined)]));
    }
  }
  return found;
}

/** All that is not known in a value, from the outside in. */
function findUnresolved(value: Value): readonly UnresolvedValue[] {
  const found: UnresolvedValue[] = [];
  const pending: Value[] = [value];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (at.state === 'unresolved') found.push(at);
    if (at.state !== 'known' || at.type === 'scalar') continue;
    if (at.openEnded) pending.push(at.openEnded);
    if (at.type === 'list') for (const item of at.items) pending.push(item.value);
    else for (const entry of at.entries.values()) pending.push(entry);
  }
  return found;
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** A property with several unknown parts counts once, for the part that the tree should have given. */
function countProperties(resource: Resource, tally: Tally): void {
  for (const name of read.get(resource.kind) ?? []) {
    const value = resource.properties.get(name);
    if (value === undefined || value.state === 'absent' || value.state === 'null') {
      tally.absent += 1;
      continue;
    }
    const unresolved = findUnresolved(value);
    const worst = unresolved.find(({ reason }) => !OUTSIDE.has(reason)) ?? unresolved[0];
    if (worst === undefined) tally[value.state === 'reference' ? 'reference' : 'value'] += 1;
    else {
      add(tally.reasons, OUTSIDE.has(worst.reason) || TREE.has(worst.reason) ? worst.reason : 'other');
      const place = worst.origin.location;
      const where = `${place?.path}:${place?.range.startLine}`;
      add(tally.causes, `${worst.reason}  ${resource.kind}.${name}  ${worst.subject.slice(0, 60)}  ${where}`);
    }
  }
}

async function measure(folders: readonly string[]): Promise<Tally> {
  const empty = { units: 0, resources: 0, crashes: 0, milliseconds: 0, value: 0, reference: 0, absent: 0 };
  const tally: Tally = { ...empty, reasons: new Map(), causes: new Map() };
  for (const folder of folders) {
    const snapshot = await openDirectory(folder, policy.budgets);
    const started = performance.now();
    const { units } = await analyzeSnapshot(snapshot, context, knownSide(undefined, new Map()));
    tally.milliseconds += performance.now() - started;
    for (const unit of units) {
      tally.units += 1;
      tally.resources += unit.resources.length;
      const crashes = unit.problems.filter(({ code }) => code === 'crash');
      tally.crashes += crashes.length;
      for (const { message } of crashes) console.log(`  crash: ${unit.path}: ${message}`);
      for (const resource of unit.resources) countProperties(resource, tally);
    }
  }
  return tally;
}

function sum({ reasons }: Tally, counts: (reason: string) => boolean): number {
  return [...reasons].reduce((total, [reason, count]) => (counts(reason) ? total + count : total), 0);
}

function listCounts(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${name} ${count}`);
}

function print(name: string, tally: Tally): void {
  const { units, resources, crashes, milliseconds, value, reference, absent } = tally;
  const known = value + reference;
  const outside = sum(tally, (reason) => OUTSIDE.has(reason));
  const inTree = sum(tally, (reason) => !OUTSIDE.has(reason));
  const other = tally.reasons.get('other') ?? 0;
  const share = known / (known + inTree);
  console.log(
    `terraform of ${name}: ${units} units, ${resources} resources, ${crashes} crashes, ${Math.round(milliseconds)} ms`,
  );
  console.log(
    `  properties that rules read: ${value} value, ${reference} reference, ${absent} absent, ${outside} made of what is not in the tree, ${inTree} unresolved; known of what is all in the tree ${(share * 100).toFixed(1)} %`,
  );
  console.log(`  unresolved: ${[...listCounts(tally.reasons), ...(other === 0 ? ['other 0'] : [])].join(', ')}`);
  if (crashes > 0 || other > 0 || share < LEAST_SHARE) process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { causes: { type: 'boolean' } } });
  const corpora = unpackShared('corpora/public.tar.gz');
  const pullRequests = unpackShared('data/pull-requests.tar.gz');
  const sources: (readonly [string, readonly string[]])[] = [];
  if (corpora !== undefined) sources.push(['the corpora', [corpora]]);
  if (pullRequests !== undefined) {
    const names = readdirSync(pullRequests)
      .filter((name) => name.startsWith('pr'))
      .sort();
    const sides = names.flatMap((name) => ['before', 'after'].map((side) => join(pullRequests, name, side)));
    sources.push([`${names.length} infrastructure pull requests`, sides.filter((side) => existsSync(side))]);
  }
  for (const [name, folders] of sources) {
    const tally = await measure(folders);
    print(name, tally);
    if (values.causes) console.log(listCounts(tally.causes).slice(0, 120).join('\n'));
  }
}

await main();
