/** Plans that are broken, too large, or made to harm: what is said of them, and that nothing is thrown. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BudgetLimits } from '../../../model/budget.ts';
import type { EvaluatedUnit } from '../../../model/unit.ts';
import { terraformParser } from '../index.ts';
import { parsePlan } from './parse-plan.ts';
import { recognizePlan } from './recognize-plan.ts';
import { withoutKeys } from './without-keys.ts';

const limits: BudgetLimits = {
  fileBytes: 1e6,
  treeBytes: 1e8,
  treeEntries: 1e5,
  nesting: 100,
  unitSteps: 300_000,
  unitResources: 1000,
  ruleSteps: 10_000,
  rulesSteps: 1e6,
  findings: 1000,
};

const change = (address: string, after: unknown, unknown: unknown = {}, sensitive: unknown = {}) => ({
  ...{ address, mode: 'managed', type: 'test_thing', name: 'x' },
  change: { actions: ['create'], before: null, after, after_unknown: unknown, after_sensitive: sensitive },
});

const planOf = (...changes: readonly unknown[]): string =>
  JSON.stringify({ format_version: '1.2', terraform_version: '1.13.4', planned_values: {}, resource_changes: changes });

/** The plan of a directory with one file. */
function evaluate(
  plan: string,
  main = 'resource "test_thing" "x" {\n  a = var.a\n}\nvariable "a" {}\n',
): EvaluatedUnit {
  const file = { path: 'main.tf', mode: 'file', blob: 'b10b', size: main.length } as const;
  return terraformParser.evaluateUnit(
    { format: 'terraform', path: '.', files: ['main.tf'] },
    {
      reader: {
        read: (path) => (path === 'main.tf' ? { status: 'text', text: main, entry: file } : { status: 'missing' }),
        list: (directory) => (directory === '' ? ['main.tf'] : []),
      },
      environment: 'plan',
      limits,
      dictionary: {
        kinds: new Map(),
        policyDocument: { kind: '', properties: {}, types: {}, attributes: [], source: '' },
      },
      variableFiles: [],
      plan: { file: 'plan.json', text: plan },
    },
  );
}

describe('values', () => {
  it('stay unresolved where they are known after the run only, and are marked where they are sensitive', () => {
    const [resource] = evaluate(
      planOf(change('test_thing.x', { b: 'secret', c: 'plain' }, { a: true }, { b: true })),
    ).resources;
    expect(resource?.properties.get('a')).toMatchObject({ state: 'unresolved', reason: 'provider-computed' });
    expect(resource?.properties.get('b')).toMatchObject({ state: 'known', value: 'secret', sensitive: true });
    expect(resource?.properties.get('c')).toMatchObject({ state: 'known', value: 'plain' });
    expect(resource?.location).toMatchObject({ path: 'main.tf', range: { startLine: 1 } });
  });

  it('stand where the configuration sets them', () => {
    const [resource] = evaluate(planOf(change('test_thing.x', { a: { deep: [1] } }))).resources;
    const value = resource?.properties.get('a');
    expect(value?.origin).toMatchObject({ from: 'computed', location: { path: 'main.tf', range: { startLine: 2 } } });
  });

  it('of keys like __proto__ are values like any other', () => {
    const plan = planOf(change('test_thing.x', { a: 1 })).replace('"a":1', '"a":{"__proto__":{"b":1}}');
    expect([...(evaluate(plan).resources[0]?.properties.keys() ?? [])]).toEqual(['a']);
  });

  it('agree in any order and spelling that means the same', () => {
    const main =
      'resource "test_thing" "x" {\n  n = "22"\n  s = toset(["b", "a"])\n  j = jsonencode({ b = [1], a = "<" })\n}\n';
    const agreed = planOf(change('test_thing.x', { n: 22, s: ['a', 'b'], j: '{"a": "<", "b": [1]}' }));
    expect(evaluate(agreed, main).problems).toEqual([]);
    const other = planOf(change('test_thing.x', { n: 22, s: ['a', 'c'], j: '{"a": "<", "b": [2]}' }));
    expect(evaluate(other, main).problems.map(({ message }) => message)).toEqual([
      'test_thing.x: j is "1" in the configuration and "2" in plan.json',
      'test_thing.x: s is a list of 2 in the configuration and a list of 2 in plan.json',
    ]);
  });
});

describe('what cannot be used', () => {
  it.each([
    ['nested too deep', `{"format_version":${'['.repeat(200)}`, 'budget-exceeded'],
    ['cut off', planOf(change('test_thing.x', {})).slice(0, 80), 'syntax-error'],
    ['another format', planOf().replace('1.2', '9.0'), 'syntax-error'],
    ['no plan', '{}', 'syntax-error'],
    ['an empty text', '', 'syntax-error'],
    [
      'too many resources',
      planOf(...Array.from({ length: 1001 }, (_, at) => change(`test_thing.x[${at}]`, {}))),
      'budget-exceeded',
    ],
  ])('%s is said, and gives no resources', (_name, text, code) => {
    const { resources, problems } = evaluate(text);
    expect(resources).toEqual([]);
    expect(problems[0]).toMatchObject({ code, effect: 'not-evaluated', unit: '.' });
  });

  it('keys that are written twice and addresses that are there twice are said', () => {
    const twice = planOf(change('test_thing.x', { a: 1 })).replace('"a":1', '"a":1,"a":2');
    expect(evaluate(twice).problems.map(({ code }) => code)).toContain('duplicate-key');
    const two = planOf(change('test_thing.x', { a: 1 }), change('test_thing.x', { a: 2 }));
    expect(evaluate(two).problems.map(({ code }) => code)).toContain('duplicate-address');
  });

  it('a list that fits nowhere ends within the budget', () => {
    const deep = (depth: number): unknown => (depth === 0 ? 1 : [deep(depth - 1), deep(depth - 1)]);
    const plan = planOf(change('test_thing.x', { a: deep(12) }));
    const main = `resource "test_thing" "x" {\n  a = ${JSON.stringify(deep(12)).replaceAll('1', '2')}\n}\n`;
    expect(evaluate(plan, main).steps).toBeLessThan(2 * limits.unitSteps);
  });

  it('anything ends well', () => {
    const json = planOf(change('module.a["x"].test_thing.x[0]', { a: [{ b: 1 }] }, { a: [{ c: true }] }));
    const damaged = fc
      .record({ start: fc.nat(json.length), length: fc.nat(30), put: fc.constantFrom('', '{', ']', '"', 'null', ',') })
      .map(({ start, length, put }) => json.slice(0, start) + put + json.slice(start + length));
    fc.assert(
      fc.property(fc.oneof(damaged, fc.json(), fc.string({ unit: 'binary' })), (text) => {
        expect(evaluate(text)).toEqual(evaluate(text));
        expect(typeof recognizePlan(text)).toBe('boolean');
      }),
      { seed: 20_261_122, numRuns: 300 },
    );
  });
});

it('a plan is known by its keys', () => {
  expect(recognizePlan(planOf())).toBe(true);
  expect(recognizePlan(planOf().replace('{', '{"Resources":{},'))).toBe(false);
  expect(recognizePlan('{"planned_values":"format_version terraform_version"}')).toBe(false);
});

it('an address loses its keys', () => {
  expect(withoutKeys('module.a["x[\\"].]"].test_thing.x[0]')).toBe('module.a.test_thing.x');
  expect(withoutKeys('a.b["unclosed')).toBe('a.b');
});

it('data sources, deposed objects and what is destroyed are not there', () => {
  const gone = { ...change('test_thing.gone', null) };
  const deposed = { ...change('test_thing.x', { a: 1 }), deposed: '12345678' };
  const data = { ...change('data.test_thing.x', { a: 1 }), mode: 'data' };
  expect(parsePlan(planOf(gone, deposed, data), limits).resources).toEqual([]);
});
