/**
 * Every operator, macro and function against every state a property can be in. Each row is an expression over `r.x`
 * and its outcomes in the order of the columns, written by hand: T true, F false, ? unknown, E error.
 */
import { describe, expect, it } from 'vitest';
import {
  ABSENT,
  openMap,
  type Plain,
  providerDefault,
  reference,
  uncertainList,
  unresolved,
  value,
} from '../../test/builders/build-value.ts';
import type { Value } from '../model/value.ts';
import { Frame } from './cel/frame.ts';
import { Operand } from './cel/operand.ts';
import { truthOf } from './cel/truth-of.ts';
import { compileExpression } from './compile-expression.ts';
import { ParseCel } from './parse-cel.ts';

const checker = new ParseCel({
  kinds: new Map(),
  policyDocument: { kind: 'PolicyDocument', properties: {}, types: { Statement: {} }, attributes: [], source: 'test' },
});

const LETTERS = { true: 'T', false: 'F', unknown: '?', error: 'E' } as const;

function outcome(expression: string, x: Value | undefined): string {
  const checked = checker.check(expression, '', { r: 'dyn' });
  if (!checked.ok) throw new Error(`${expression}: ${checked.refusal.message}`);
  const r = value(x === undefined ? {} : { x });
  const compiled = compileExpression(checked.node, ['r']);
  const budget = { name: 'ruleSteps' as const, limit: 10_000, spent: 0 };
  return LETTERS[truthOf(compiled(new Frame([new Operand(r, undefined, undefined)], [budget])).value)];
}

type Column = readonly [string, Plain | undefined];
type Row = readonly [string, string];

function table(title: string, columns: readonly Column[], rows: readonly Row[]): void {
  describe(title, () => {
    it.each(rows)('%s is %s', (expression, expected) => {
      const got = columns.map(([, x]) => outcome(expression, x === undefined ? undefined : value(x)));
      expect(got.join(' ')).toBe(expected);
    });
  });
}

const missing = [
  ['absent', ABSENT],
  ['null', null],
] as const;
const unknowns = [
  ['unresolved', unresolved()],
  ['maybe absent', unresolved({ mayBeAbsent: true })],
  ['reference', reference()],
] as const;

table(
  'text',
  [
    ...missing,
    ['known', 'abc'],
    ['default', providerDefault('abc')],
    ...unknowns,
    ['known prefix', unresolved({ knownPrefix: 'ab' })],
    ['not in the map', undefined],
  ],
  [
    // absent null known default unresolved maybe reference prefix missing
    ['r.x == "abc"', 'F F T T ? ? ? ? F'],
    ['r.x == "zzz"', 'F F F F ? ? ? F F'],
    ['r.x != "abc"', 'T T F F ? ? ? ? T'],
    ['r.x != "zzz"', 'T T T T ? ? ? T T'],
    ['r.x == null', 'F T F F ? ? ? ? F'],
    ['r.x == r.x', 'F T T T ? ? ? ? F'],
    ['has(r.x)', 'F F T T T ? T T F'],
    ['!has(r.x)', 'T T F F F ? F F T'],
    ['has(r.x.y)', 'F F E E ? ? ? ? F'],
    ['r.x.y == "abc"', 'F F E E ? ? ? ? F'],
    ['r.x < "abd"', 'F E T T ? ? ? ? F'],
    ['r.x >= "abc"', 'F E T T ? ? ? ? F'],
    ['r.x in ["abc", "b"]', 'F F T T ? ? ? ? F'],
    ['r.x in ["b"]', 'F F F F ? ? ? F F'],
    ['r.x in []', 'F F F F F F F F F'],
    ['"abc" in [r.x]', 'F F T T ? ? ? ? F'],
    ['[r.x] == ["abc"]', 'F F T T ? ? ? ? F'],
    ['[r.x] == ["abc", "b"]', 'F F F F F F F F F'],
    ['{"k": r.x} == {"k": "abc"}', 'F F T T ? ? ? ? F'],
    ['r.x.startsWith("a")', 'F E T T ? ? ? T F'],
    ['r.x.startsWith("abc")', 'F E T T ? ? ? ? F'],
    ['r.x.startsWith("b")', 'F E F F ? ? ? F F'],
    ['r.x.endsWith("c")', 'F E T T ? ? ? ? F'],
    ['r.x.contains("b")', 'F E T T ? ? ? T F'],
    ['r.x.contains("z")', 'F E F F ? ? ? ? F'],
    ['r.x.matches("^a.c$")', 'F E T T ? ? ? ? F'],
    ['r.x.lowerAscii() == "abc"', 'F E T T ? ? ? ? F'],
    ['r.x.upperAscii() == "ABC"', 'F E T T ? ? ? ? F'],
    ['r.x.trim() == "abc"', 'F E T T ? ? ? ? F'],
    ['r.x.split("b")[0] == "a"', 'F E T T ? ? ? ? F'],
    ['size(r.x) == 3', 'F E T T ? ? ? ? F'],
    ['size(r.x) == 0', 'T E F F ? ? ? ? T'],
    ['r.x + "d" == "abcd"', 'F E T T ? ? ? ? F'],
    ['r.x + "d" == "zz"', 'F E F F ? ? ? F F'],
    ['("ab" + r.x).startsWith("ab")', 'F E T T T ? T T F'],
    ['string(r.x) == "abc"', 'F E T T ? ? ? ? F'],
    ['dyn(r.x) == "abc"', 'F F T T ? ? ? ? F'],
    ['cel.bind(v, r.x, v == "abc")', 'F F T T ? ? ? ? F'],
    ['r.x == 1', 'F F F F ? ? ? F F'],
    ['r.x < 1', 'F E E E ? ? ? ? F'],
    ['r.x && true', 'F E E E ? ? ? ? F'],
  ],
);

table(
  'switch',
  [...missing, ['true', true], ['false', false], ['default', providerDefault(true)], ...unknowns],
  [
    // absent null true false default unresolved maybe reference
    ['r.x', 'F E T F T ? ? ?'],
    ['!r.x', 'T E F T F ? ? ?'],
    ['r.x == false', 'F F F T F ? ? ?'],
    ['r.x && true', 'F E T F T ? ? ?'],
    ['r.x && false', 'F F F F F F F F'],
    ['false && r.x', 'F F F F F F F F'],
    ['r.x || true', 'T T T T T T T T'],
    ['r.x || false', 'F E T F T ? ? ?'],
    ['r.x || 1/0 == 1', 'E E T E T ? ? ?'],
    ['r.x && 1/0 == 1', 'F E E F E ? ? ?'],
    ['r.x ? true : false', 'F E T F T ? ? ?'],
    ['r.x ? true : true', 'T E T T T T T T'],
    ['(r.x ? "a" : "b") == "c"', 'F E F F F ? ? ?'],
    ['(r.x ? 1/0 : 1) == 1', 'T E E T E ? ? ?'],
    ['string(r.x) == "true"', 'F E T F T ? ? ?'],
    ['bool(r.x)', 'F E T F T ? ? ?'],
  ],
);

table(
  'number',
  [...missing, ['22', 22], ['22.5', 22.5], ['default', providerDefault(22)], ...unknowns],
  [
    // absent null 22 22.5 default unresolved maybe reference
    ['r.x == 22', 'F F T F T ? ? ?'],
    ['r.x == 22.0', 'F F T F T ? ? ?'],
    ['r.x != 22', 'T T F T F ? ? ?'],
    ['r.x == "22"', 'F F F F F ? ? ?'],
    ['r.x < 22', 'F E F F F ? ? ?'],
    ['r.x <= 22', 'F E T F T ? ? ?'],
    ['r.x > 22', 'F E F T F ? ? ?'],
    ['r.x >= 22', 'F E T T T ? ? ?'],
    ['22 >= r.x', 'F E T F T ? ? ?'],
    ['r.x in [21, 22]', 'F F T F T ? ? ?'],
    ['r.x + 1 == 23', 'F E T F T ? ? ?'],
    ['r.x - 1 == 21', 'F E T F T ? ? ?'],
    ['r.x * 2 == 44', 'F E T F T ? ? ?'],
    ['r.x / 2 == 11', 'F E T F T ? ? ?'],
    ['r.x % 5 == 2', 'F E T E T ? ? ?'],
    ['r.x / 0 == 1', 'F E E F E ? ? ?'],
    ['-r.x == -22', 'F E T F T ? ? ?'],
    ['int(r.x) == 22', 'F E T T T ? ? ?'],
    ['double(r.x) == 22.5', 'F E F T F ? ? ?'],
  ],
);

const lists: readonly Column[] = [
  ['absent', ABSENT],
  ['empty', []],
  ['["a", "b"]', ['a', 'b']],
  ['["b"]', ['b']],
  ['unresolved', unresolved()],
  ['reference', reference()],
  ['["b", unresolved]', ['b', unresolved()]],
  [
    '["b", perhaps "a"]',
    uncertainList([
      ['yes', 'b'],
      ['unknown', 'a'],
    ]),
  ],
  [
    '["a", perhaps "a"]',
    uncertainList([
      ['yes', 'a'],
      ['unknown', 'a'],
    ]),
  ],
  ['["b", …]', uncertainList([['yes', 'b']], true)],
  ['["a", …]', uncertainList([['yes', 'a']], true)],
];

table('list', lists, [
  // absent empty ab b unresolved reference b+unresolved b+perhaps-a a+perhaps-a b… a…
  ['has(r.x)', 'F T T T T T T T T T T'],
  ['"a" in r.x', 'F F T F ? ? ? ? T ? T'],
  ['!("a" in r.x)', 'T T F T ? ? ? ? F ? F'],
  ['r.x.exists(i, i == "a")', 'F F T F ? ? ? ? T ? T'],
  ['r.x.exists(i, i == "z")', 'F F F F ? ? ? F F ? ?'],
  ['r.x.all(i, i == "b")', 'T T F T ? ? ? ? F ? F'],
  ['r.x.all(i, i != "z")', 'T T T T ? ? ? T T ? ?'],
  ['r.x.all(i, false)', 'T T F F ? ? F F F F F'],
  ['r.x.exists_one(i, i == "a")', 'F F T F ? ? ? ? ? ? ?'],
  ['r.x.exists_one(i, i == "z")', 'F F F F ? ? ? F F ? ?'],
  ['r.x.exists(i, 1/0 == 1)', 'F F E E ? ? E ? ? ? ?'],
  ['r.x.filter(i, i == "a") == ["a"]', 'F F T F ? ? ? ? ? ? ?'],
  ['size(r.x.filter(i, i == "a")) == 0', 'T T F T ? ? ? ? ? ? ?'],
  ['r.x.filter(i, i == "a").exists(i, true)', 'F F T F ? ? ? ? T ? T'],
  ['"a!" in r.x.map(i, i + "!")', 'F F T F ? ? ? ? T ? T'],
  ['"b!" in r.x.map(i, i == "b", i + "!")', 'F F T T ? ? T T F T ?'],
  ['size(r.x) == 2', 'F F T F ? ? T ? ? ? ?'],
  ['r.x.size() == 0', 'T T F F ? ? F ? ? ? ?'],
  ['r.x == ["b"]', 'F F F T ? ? F ? ? ? ?'],
  ['r.x == []', 'F T F F ? ? F F F F F'],
  ['r.x[0] == "b"', 'F F F T ? ? T T F T F'],
  ['r.x[1] == "a"', 'F F F F ? ? ? ? ? ? ?'],
  ['r.x[0] != "b"', 'T T T F ? ? F F T F T'],
  ['"a" in (r.x + ["a"])', 'F T T T ? ? T T T T T'],
  ['r.x.exists(i, i.startsWith("a"))', 'F F T F ? ? ? ? T ? T'],
]);

table(
  'map',
  [
    ['absent', ABSENT],
    ['empty', {}],
    ['{k: "a"}', { k: 'a' }],
    ['{k: "b"}', { k: 'b' }],
    ['unresolved', unresolved()],
    ['reference', reference()],
    ['{k: unresolved}', { k: unresolved() }],
    ['{k: maybe absent}', { k: unresolved({ mayBeAbsent: true }) }],
    ['{…}', openMap({})],
    ['{k: "a", …}', openMap({ k: 'a' })],
  ],
  [
    // absent empty a b unresolved reference k-unresolved k-maybe open open+a
    ['has(r.x.k)', 'F F T T ? ? T ? ? T'],
    ['!has(r.x.k)', 'T T F F ? ? F ? ? F'],
    ['r.x.k == "a"', 'F F T F ? ? ? ? ? T'],
    ['r.x.k != "a"', 'T T F T ? ? ? ? ? F'],
    ['r.x["k"] == "a"', 'F F T F ? ? ? ? ? T'],
    ['"k" in r.x', 'F F T T ? ? T ? ? T'],
    ['"z" in r.x', 'F F F F ? ? F F ? ?'],
    ['r.x.exists(k, k == "k")', 'F F T T ? ? T ? ? T'],
    ['r.x.all(k, k == "z")', 'T T F F ? ? F ? ? F'],
    ['r.x == {"k": "a"}', 'F F T F ? ? ? ? ? ?'],
    ['r.x == {"k": "b"}', 'F F F T ? ? ? ? ? F'],
    ['size(r.x) == 1', 'F F T T ? ? T ? ? ?'],
  ],
);

table(
  'nested in a list',
  [
    ['absent inside', [{ a: 'x' }]],
    ['known inside', [{ a: 'x', b: 'bad' }]],
    ['unresolved inside', [{ a: 'x', b: unresolved() }]],
    ['reference inside', [{ a: 'x', b: reference() }]],
    ['perhaps known', uncertainList([['unknown', { a: 'x', b: 'bad' }]])],
    ['perhaps good', uncertainList([['unknown', { a: 'x', b: 'good' }]])],
    ['perhaps unresolved', uncertainList([['unknown', { a: 'x', b: unresolved() }]])],
    ['element unresolved', [unresolved()]],
    ['good and known bad', [{ b: 'good' }, { b: 'bad' }]],
  ],
  [
    // absent known unresolved reference perhaps-bad perhaps-good perhaps-unresolved element both
    ['r.x.exists(i, i.b == "bad")', 'F T ? ? ? F ? ? T'],
    ['!r.x.exists(i, i.b == "bad")', 'T F ? ? ? T ? ? F'],
    ['r.x.all(i, i.b != "bad")', 'T F ? ? ? T ? ? F'],
    ['r.x.exists(i, has(i.b))', 'F T T T ? ? ? ? T'],
    ['r.x.all(i, has(i.b))', 'F T T T T T T ? T'],
    ['r.x.exists(i, i.a == "z" && i.b == "bad")', 'F F F F F F F ? F'],
    ['r.x.filter(i, i.b == "bad").exists(i, i.a == "x")', 'F T ? ? ? F ? ? F'],
    ['"bad" in r.x.map(i, i.b)', 'F T ? ? ? F ? ? T'],
  ],
);
