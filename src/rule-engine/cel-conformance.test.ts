/**
 * The CEL specification's own test data on fully known values: every case of the features rules have. What the rule
 * language leaves out is skipped by feature; where it means something else on purpose, the case is listed with why.
 */
import { getConformanceSuite } from '@bufbuild/cel-spec/testdata/tests.js';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../documents/canonical-json.ts';
import type { Value } from '../model/value.ts';
import { BudgetExceeded } from './cel/budget-exceeded.ts';
import { Frame } from './cel/frame.ts';
import { type CelValue, Operand } from './cel/operand.ts';
import { compileExpression } from './compile-expression.ts';
import { ParseCel } from './parse-cel.ts';
import { UnsupportedExpression } from './unsupported-expression.ts';

type Test = ReturnType<typeof getConformanceSuite>['suites'][number]['suites'][number]['tests'][number]['original'];
type ProtoValue = Extract<Test['resultMatcher'], { case: 'value' }>['value'];

/** Suites of features rules have. */
const SUITES = new Set([
  'basic',
  'bindings_ext',
  'comparisons',
  'conversions',
  'fields',
  'fp_math',
  'integer_math',
  'lists',
  'logic',
  'macros',
  'parse',
  'plumbing',
  'string',
  'string_ext',
  'type_deductions',
]);

/** What the rule language leaves out; a case that needs one of them is no case for us. */
const LEFT_OUT: readonly (readonly [string, RegExp])[] = [
  ['unsigned integers', /\b(?:0x[0-9a-fA-F]+|\d+)[uU]\b|\buint\b/],
  ['bytes', /\b[bB][rR]?["']|\b[rR][bB]["']|\bbytes\b/],
  ['protocol buffers', /TestAllTypes|google\.protobuf|proto[23]|_wrapper|\bmsg\b|NestedTestAllTypes/],
  ['time', /\btimestamp\b|\bduration\b/],
  ['types as values', /\btype\(|\b(?:bool|int|double|string|list|map|null_type|type)\b(?!\s*\()(?=\s*(?:==|!=|$))/],
  ['quoted field names', /`/],
  ['extension functions', /\.(?:charAt|indexOf|lastIndexOf|replace|substring|join|quote|format|reverse)\(|strings\./],
  ['optional values', /optional|\[\?|\.\?/],
  ['test-only functions', /\b(?:tuple|sort|fg|fn|f_unknown)\(/],
  ['keys other than strings', /\{\s*(?:\d|true|false|-)/],
];

/** Cases that differ on purpose, by suite, group and name. */
const DIFFERENCES: readonly (readonly [string, readonly string[]])[] = [
  [
    'reading what is not there is absent, no error',
    [
      'fields/map_fields/map_field_select_no_such_key',
      'fields/map_fields/map_field_select_no_such_key_or_false',
      'fields/map_fields/map_field_select_no_such_key_and_true',
      'lists/index/index_out_of_bounds',
      'lists/index/index_out_of_bounds_or_false',
      'lists/index/index_out_of_bounds_and_true',
    ],
  ],
  [
    'the checker refuses it at load: types that never fit, or a name that does not exist',
    [
      'basic/variables/unbound_is_runtime_error',
      'comparisons/eq_literal/not_eq_list_length',
      'comparisons/eq_literal/eq_list_elem_mixed_types',
      'logic/conditional/mixed_type',
      'logic/AND/short_circuit_type_left',
      'logic/AND/short_circuit_type_right',
      'logic/OR/short_circuit_type_left',
      'logic/OR/short_circuit_type_right',
      ...'as break const continue else for function if import let loop package namespace return var void while'
        .split(' ')
        .map((name) => `parse/receiver_function_names/${name}`),
    ],
  ],
  [
    'integers and doubles compare exactly, not after rounding',
    [
      'comparisons/lt_literal/not_lt_dyn_int_big_lossy_double',
      'comparisons/gt_literal/not_gt_dyn_big_double_int',
      'comparisons/lte_literal/lte_dyn_big_double_int',
      'comparisons/gte_literal/gte_dyn_int_big_lossy_double',
    ],
  ],
  [
    'the parser of cel-js refuses it',
    [
      'comparisons/gt_literal/not_gt_double',
      'fields/map_has/has_empty',
      'fields/qualified_identifier_resolution/qualified_ident',
      'macros/exists/list_empty',
      'macros/all/list_empty',
      'macros/exists_one/list_empty',
      'type_deductions/flexible_type_parameter_assignment/unconstrained_type_var_as_dyn',
    ],
  ],
  [
    'split takes no limit',
    ['string_ext/split/zero_limit', 'string_ext/split/one_limit', 'string_ext/split/unicode_negative_limit'],
  ],
  [
    'trim uses the white space of ECMAScript',
    ['string_ext/trim/unicode_space_chars_1', 'string_ext/trim/unicode_no_trim'],
  ],
];
const DEVIATIONS = new Map(DIFFERENCES.flatMap(([reason, ids]) => ids.map((id) => [id, reason] as const)));

const cases = getConformanceSuite()
  .suites.filter((suite) => SUITES.has(suite.name))
  .flatMap((suite) =>
    suite.suites.flatMap((group) =>
      group.tests.map((test) => ({ id: `${suite.name}/${group.name}/${test.name}`, test })),
    ),
  );
const supported = cases.filter(
  ({ test }) =>
    !test.original.disableMacros &&
    LEFT_OUT.every(([, pattern]) => !pattern.test(test.original.expr) && !pattern.test(typesOf(test.original))),
);

function typesOf(test: Test): string {
  return JSON.stringify(test.typeEnv);
}

const checker = new ParseCel({
  kinds: new Map(),
  policyDocument: {
    kind: 'PolicyDocument',
    properties: {},
    types: { Statement: {} },
    attributes: [],
    source: 'test',
  },
});

type Answer = { readonly value: unknown } | { readonly error: string } | { readonly refused: string };

function answer(test: Test): Answer {
  const names = Object.keys(test.bindings);
  const types = Object.fromEntries(names.map((name) => [name, 'dyn']));
  const checked = checker.check(test.expr, '', types);
  if (!checked.ok) return { refused: checked.refusal.message };
  try {
    const compiled = compileExpression(checked.node, names);
    const slots = names.map((name) => {
      const bound = test.bindings[name]?.kind;
      return new Operand(bound?.case === 'value' ? fromProto(bound.value) : { state: 'absent' }, undefined, undefined);
    });
    const { value } = compiled(new Frame(slots, [{ name: 'ruleSteps', limit: 100_000, spent: 0 }]));
    return value.state === 'error' ? { error: value.message } : { value: plain(value) };
  } catch (error) {
    if (error instanceof UnsupportedExpression) return { refused: error.message };
    if (error instanceof BudgetExceeded) return { error: 'budget' };
    throw error;
  }
}

function fromProto(value: ProtoValue): CelValue {
  const origin = { from: 'computed' } as const;
  const { kind } = value;
  switch (kind.case) {
    case 'nullValue':
      return { state: 'null', origin };
    case 'boolValue':
    case 'stringValue':
    case 'doubleValue':
    case 'int64Value':
      return { state: 'known', type: 'scalar', value: kind.value, origin };
    case 'listValue': {
      const items = kind.value.values.map((item) => ({ presence: 'yes' as const, value: fromProto(item) as Value }));
      return { state: 'known', type: 'list', items, origin };
    }
    case 'mapValue': {
      const entries = kind.value.entries.map((entry): [string, Value] => [
        typeof entry.key?.kind.value === 'string' ? entry.key.kind.value : '',
        (entry.value === undefined ? { state: 'absent' } : fromProto(entry.value)) as Value,
      ]);
      return { state: 'known', type: 'map', entries: new Map(entries), origin };
    }
    default:
      throw new Error(`the test data use ${String(kind.case)}`);
  }
}

/** Plain data with integers as `int:…`, so that 1 and 1.0 differ as the specification wants. */
function plain(value: CelValue): unknown {
  if (value.state !== 'known') return value.state;
  if (value.type === 'list') return value.items.map((item) => plain(item.value));
  if (value.type === 'map') return Object.fromEntries([...value.entries].map(([key, entry]) => [key, plain(entry)]));
  if (typeof value.value === 'bigint') return `int:${value.value}`;
  return Number.isNaN(value.value) ? 'NaN' : value.value;
}

function agrees(test: Test, got: Answer): boolean {
  const wanted = test.resultMatcher;
  if (test.checkOnly) return !('refused' in got);
  if (wanted.case === 'evalError' || wanted.case === 'anyEvalErrors') return 'error' in got || 'refused' in got;
  if (!('value' in got)) return false;
  const value =
    wanted.case === 'typedResult' ? wanted.value.result : wanted.case === 'value' ? wanted.value : undefined;
  return value === undefined ? got.value === true : same(got.value, plain(fromProto(value)));
}

function same(left: unknown, right: unknown): boolean {
  return canonicalJson(left) === canonicalJson(right);
}

describe('the CEL specification', () => {
  const differing = supported.filter(({ test }) => !agrees(test.original, answer(test.original)));
  const agreeing = supported.length - differing.length;

  it(`agrees on ${agreeing} of ${supported.length} cases (${cases.length - supported.length} need what rules leave out)`, () => {
    const unlisted = differing
      .filter(({ id }) => !DEVIATIONS.has(id))
      .map(({ id, test }) => `${id}: ${test.original.expr} gives ${JSON.stringify(answer(test.original))}`);
    expect(unlisted).toEqual([]);
  });

  it('lists only deviations that still are', () => {
    const ids = new Set(differing.map(({ id }) => id));
    expect([...DEVIATIONS.keys()].filter((id) => !ids.has(id))).toEqual([]);
  });
});
