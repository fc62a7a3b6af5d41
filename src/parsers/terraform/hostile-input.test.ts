/** Input made to hang, overflow or confuse the evaluation: it ends, says so, and the rest is still evaluated. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateFiles } from './testing/evaluate-files.ts';
import { show } from './testing/show.ts';

const LAST = 'resource "test_thing" "z" { value = 1 }\n';

function chain(length: number, step: (at: number) => string, end: string): string {
  const locals = Array.from({ length }, (_, at) => `  l${at} = ${step(at)}\n`).join('');
  return `locals {\n${locals}  l${length} = ${end}\n}\nresource "test_thing" "a" { value = local.l0 }\n${LAST}`;
}

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ['a long chain of locals', chain(5000, (at) => `local.l${at + 1}`, '"x"'), ['budget-exceeded']],
  [
    'a text that doubles',
    chain(60, (at) => `"\${local.l${at + 1}}\${local.l${at + 1}}"`, '"xxxxxxxx"'),
    ['budget-exceeded'],
  ],
  [
    'a list that doubles',
    chain(60, (at) => `concat(local.l${at + 1}, local.l${at + 1})`, '["x"]'),
    ['budget-exceeded'],
  ],
  ['a nest that doubles', chain(60, (at) => `[local.l${at + 1}, local.l${at + 1}]`, '["x"]'), ['budget-exceeded']],
  [
    'loops in loops',
    'locals { l = [for a in range(1000) : [for b in range(1000) : [for c in range(1000) : a]]] }\nresource "test_thing" "a" { value = length(local.l) }\n',
    ['budget-exceeded'],
  ],
  [
    'products',
    'locals { r = range(1000) }\nresource "test_thing" "a" { value = setproduct(local.r, local.r, local.r) }\n',
    ['budget-exceeded'],
  ],
  [
    'deep expressions',
    `resource "test_thing" "a" { value = ${'['.repeat(5000)}${']'.repeat(5000)} }\n${LAST}`,
    ['syntax-error'],
  ],
  ['deep JSON', `resource "test_thing" "a" { value = jsondecode("${'['.repeat(50_000)}") }\n${LAST}`, []],
  [
    'a count that needs itself',
    `resource "test_thing" "a" { count = length(test_thing.a) }\n${LAST}`,
    ['reference-cycle'],
  ],
  [
    'instances without end',
    `resource "test_thing" "a" { for_each = toset(range(1000)) }\nresource "test_thing" "b" { count = 1000 }\n${LAST}`,
    ['budget-exceeded'],
  ],
  ['widths', `resource "test_thing" "a" { value = format("%999999999d", 1) }\n${LAST}`, []],
  ['patterns', `resource "test_thing" "a" { value = regexall("(a+)+$", "${'a'.repeat(2000)}b") }\n${LAST}`, []],
];

describe('ends and says so', () => {
  test.each(CASES)('%s', (_name, text, expected) => {
    const unit = evaluateFiles({ 'main.tf': text });
    expect([...new Set(unit.problems.map((problem) => problem.code))].sort()).toEqual(expected);
    expect(unit.resources.length).toBeGreaterThan(0);
  });

  test('modules that multiply', () => {
    const call = (name: string): string => `module "${name}" {\n  source = "../b"\n  count  = 1000\n}\n`;
    const files = {
      'a/main.tf': call('x'),
      'b/main.tf': 'module "y" {\n  source = "../c"\n  count  = 1000\n}\n',
      'c/main.tf': LAST,
    };
    const unit = evaluateFiles(files, { unit: 'a' });
    expect(unit.problems.map((problem) => problem.code)).toContain('budget-exceeded');
  });

  test('names of the language itself are names', () => {
    const main =
      'locals { __proto__ = "p" }\nresource "test_thing" "a" {\n  value = { __proto__ = local.__proto__, constructor = 1 }\n}\n';
    const value = evaluateFiles({ 'main.tf': main }).resources[0]?.properties.get('value');
    const entries = value?.state === 'known' && value.type === 'map' ? [...value.entries.keys()] : [];
    expect(entries).toEqual(['__proto__', 'constructor']);
  });

  test('the rest of a file with errors is evaluated', () => {
    const unit = evaluateFiles({ 'main.tf': `resource "test_thing" "a" {\n  value = = 1\n}\n${LAST}` });
    expect(show(unit.resources.find((resource) => resource.address === 'test_thing.z')?.properties.get('value'))).toBe(
      1,
    );
  });
});

test('never throws on damaged configuration', () => {
  const text =
    'variable "u" {}\nlocals { a = try(var.u.x, [for k, v in { a = 1 } : "${k}-${v}"]) }\nresource "test_thing" "t" {\n  for_each = toset(local.a)\n  value = each.key == "b" ? merge({ x = 1 }, var.u) : jsonencode({ y = local.a[0] })\n  dynamic "rule" {\n    for_each = local.a\n    content { p = rule.value }\n  }\n}\n';
  const damage = fc.record({
    at: fc.nat(text.length),
    cut: fc.nat(12),
    put: fc.constantFrom('', '"', '${', '}', '[', '(', '...', '*', 'var.u', '\n', '=', 'null', '1e999'),
  });
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
      let damaged = text;
      for (const { at, cut, put } of damages) damaged = damaged.slice(0, at) + put + damaged.slice(at + cut);
      expect(evaluateFiles({ 'main.tf': damaged }).format).toBe('terraform');
    }),
    { seed: 20_261_121, numRuns: 600 },
  );
});
