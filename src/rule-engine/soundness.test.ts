/**
 * The property the gate lives on: whatever an unknown turns out to be, an outcome that was certain stays. Values are
 * made twice, as they are and with parts hidden (unresolved, perhaps there, open-ended, known beginning only); where
 * the hidden one gives true or false, the plain one must give the same.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ABSENT, type Plain, reference, source, unresolved, value } from '../../test/builders/build-value.ts';
import type { ListItem, Value } from '../model/value.ts';
import { Frame } from './cel/frame.ts';
import { Operand } from './cel/operand.ts';
import { type Truth, truthOf } from './cel/truth-of.ts';
import { compileExpression } from './compile-expression.ts';
import { ParseCel } from './parse-cel.ts';

/** A value as deployed, and as the tree shows it. */
interface Pair {
  readonly real: Value;
  readonly seen: Value;
}

const word = fc.constantFrom('a', 'b', 'ab', 'arn:aws:x', '*', '');
const scalar: fc.Arbitrary<Plain> = fc.oneof(word, fc.boolean(), fc.integer({ min: -1, max: 3 }), fc.constant(1.5));
const hiding = fc.constantFrom('no', 'no', 'no', 'unresolved', 'gone', 'perhaps', 'prefix', 'reference');

function hide(real: Value, how: string): Pair {
  switch (how) {
    case 'unresolved':
      return { real, seen: unresolved() };
    case 'gone':
      return { real: ABSENT, seen: unresolved({ mayBeAbsent: true }) };
    case 'perhaps':
      return { real, seen: unresolved({ mayBeAbsent: true }) };
    case 'reference':
      return { real, seen: reference() };
    case 'prefix':
      if (real.state !== 'known' || real.type !== 'scalar' || typeof real.value !== 'string')
        return { real, seen: real };
      return { real, seen: unresolved({ knownPrefix: real.value.slice(0, 1) }) };
    default:
      return { real, seen: real };
  }
}

const leaf: fc.Arbitrary<Pair> = fc.tuple(scalar, hiding).map(([plain, how]) => hide(value(plain), how));

function mapOf(content: fc.Arbitrary<Pair>): fc.Arbitrary<Pair> {
  const entries = fc.dictionary(fc.constantFrom('a', 'b', 'k'), content, { maxKeys: 3 });
  return fc.tuple(entries, fc.boolean(), fc.boolean()).map(([pairs, isOpen, hasMore]) => {
    const of = (side: keyof Pair) =>
      Object.entries(pairs).flatMap(([key, pair]): [string, Value][] =>
        pair[side].state === 'absent' ? [] : [[key, pair[side]]],
      );
    const real = new Map(of('real'));
    if (isOpen && hasMore && !real.has('more')) real.set('more', value('a'));
    const map = (inner: ReadonlyMap<string, Value>): Value => ({
      state: 'known',
      type: 'map',
      entries: inner,
      origin: source(),
    });
    const seen = map(new Map(of('seen')));
    return { real: map(real), seen: isOpen ? ({ ...seen, openEnded: unresolved() } as Value) : seen };
  });
}

function listOf(content: fc.Arbitrary<Pair>): fc.Arbitrary<Pair> {
  const item = fc.record({ pair: content, presence: fc.constantFrom('yes', 'yes', 'there', 'missing') });
  return fc
    .tuple(fc.array(item, { maxLength: 3 }), fc.boolean(), fc.array(content, { maxLength: 2 }))
    .map(([items, isOpen, more]) => {
      const list = (inner: readonly ListItem[]): Value => ({
        state: 'known',
        type: 'list',
        items: inner,
        origin: source(),
      });
      const yes = (real: Value): ListItem[] => (real.state === 'absent' ? [] : [{ presence: 'yes', value: real }]);
      const real = items.flatMap(({ pair, presence }) => (presence === 'missing' ? [] : yes(pair.real)));
      const seen = items.flatMap(({ pair, presence }): ListItem[] => {
        if (pair.seen.state === 'absent') return [];
        const isCertain = presence === 'yes' && pair.real.state !== 'absent';
        return [{ presence: isCertain ? 'yes' : 'unknown', value: pair.seen }];
      });
      if (!isOpen) return { real: list(real), seen: list(seen) };
      const rest = more.flatMap(({ real: extra }) => yes(extra));
      return { real: list([...real, ...rest]), seen: { ...list(seen), openEnded: unresolved() } as Value };
    });
}

const wrapped = (content: fc.Arbitrary<Pair>): fc.Arbitrary<Pair> =>
  fc.tuple(content, hiding).map(([pair, how]) => (how === 'no' || how === 'prefix' ? pair : hide(pair.real, how)));
const map = wrapped(mapOf(leaf));
const subject: fc.Arbitrary<Pair> = fc.oneof(leaf, map, wrapped(listOf(leaf)), wrapped(listOf(map)));

const EXPRESSIONS = [
  'r.x == "a"',
  'r.x != "a"',
  'r.x == ["a"]',
  'r.x == {"a": "b"}',
  'r.x != r.y',
  'r.x in r.y',
  '"a" in r.x',
  '!("a" in r.x)',
  'has(r.x)',
  '!has(r.x)',
  'has(r.x.a)',
  '!has(r.x.a) || r.x.a == r.y',
  'r.x < 2',
  '!(r.x < 2)',
  'r.x > r.y',
  'r.x && r.y',
  'r.x || !r.y',
  'r.x ? r.y == "a" : r.y == "b"',
  'r.x.exists(i, i == "a")',
  'r.x.all(i, i == "a")',
  'r.x.exists_one(i, i == "a")',
  '!r.x.exists(i, i.a == "a" && i.b != "b")',
  'r.x.all(i, !has(i.a) || i.a.startsWith("a"))',
  'r.x.filter(i, i == "a") == ["a"]',
  'size(r.x.filter(i, i == "a")) == 1',
  '"aa" in r.x.map(i, i + "a")',
  'size(r.x) == 2',
  'size(r.x + r.y) == 2',
  'r.x[0] == "a"',
  'r.x[1] != "a"',
  'r.x["a"] == r.y',
  'r.x.startsWith("a")',
  '!r.x.startsWith("ar")',
  'r.x.contains("b")',
  'r.x.endsWith("b")',
  'r.x.matches("^a")',
  'r.x.lowerAscii() == "a"',
  '(r.x + "b").startsWith("ab")',
  '("a" + r.x) == "ab"',
  '(r.x + 1) == 2',
  'r.x.split("b").exists(p, p == "a")',
  'string(r.x) == "1"',
  '[r.x, r.y] == ["a", "b"]',
  'size([r.x, r.y]) == 2',
  '[r.x, r.y].exists(i, i == "a")',
  '{"k": r.x} == {"k": "a"}',
  'portInRange(r.x, r.y, 2)',
  'actionMatches(r.x, "a")',
  'cidrIsPublic(r.x)',
];

const checker = new ParseCel({
  kinds: new Map(),
  policyDocument: { kind: 'PolicyDocument', properties: {}, types: { Statement: {} }, attributes: [], source: 'test' },
});

describe('a certain outcome', () => {
  it.each(EXPRESSIONS)('stays when the unknown becomes known: %s', (expression) => {
    const checked = checker.check(expression, '', { r: 'dyn' });
    if (!checked.ok) throw new Error(checked.refusal.message);
    const compiled = compileExpression(checked.node, ['r']);
    const outcome = (x: Value, y: Value): Truth => {
      const budget = { name: 'ruleSteps' as const, limit: 100_000, spent: 0 };
      return truthOf(compiled(new Frame([new Operand(value({ x, y }), undefined, undefined)], [budget])).value);
    };
    fc.assert(
      fc.property(subject, subject, (x, y) => {
        const seen = outcome(x.seen, y.seen);
        // An unknown may turn out to have a type the expression cannot take; lowering makes that a Problem of its own.
        if (seen === 'true' || seen === 'false') expect([seen, 'error']).toContain(outcome(x.real, y.real));
      }),
      { seed: 23, numRuns: 400 },
    );
  });
});
