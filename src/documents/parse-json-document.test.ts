/** What a reader of the tree sees for JSON: the values of JSON.parse, positions, duplicates, budgets, broken texts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentNode } from './document-node.ts';
import { entryOf } from './entry-of.ts';
import { parseJsonDocument } from './parse-json-document.ts';

const limits = { maxDepth: 100, maxNodes: 100_000, maxAliases: 0 };

function plain(node: DocumentNode | undefined): unknown {
  if (node?.type === 'sequence') return node.items.map(plain);
  if (node?.type === 'map') return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)]));
  return node?.value;
}

describe('parseJsonDocument', () => {
  it('gives the values of JSON.parse', () => {
    const run = (value: unknown): void => {
      const result = parseJsonDocument(JSON.stringify(value, null, 1), limits);
      expect(result.errors).toEqual([]);
      expect(plain(result.roots[0])).toEqual(JSON.parse(JSON.stringify(value)));
    };
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 4 }), run), { seed: 7, numRuns: 300 });
  });

  it('keeps the digits of numbers and the offsets of strings with their quotes', () => {
    const text = '{"a": 12345678901234567890, "b": "x\\ny"}';
    const root = parseJsonDocument(text, limits).roots[0];
    expect(entryOf(root, 'a')?.value).toMatchObject({ text: '12345678901234567890' });
    const node = entryOf(root, 'b')?.value;
    expect(text.slice(node?.start, node?.end)).toBe('"x\\ny"');
    expect(node).toMatchObject({ value: 'x\ny' });
  });

  it('reports duplicate keys, escapes resolved', () => {
    const result = parseJsonDocument('{"ab": 1, "\\u0061b": 2}', limits);
    expect(result.issues).toEqual([expect.objectContaining({ code: 'duplicate-key', start: 10 })]);
    expect(plain(entryOf(result.roots[0], 'ab')?.value)).toBe(2);
  });

  it.each(['', '{', '[1,]', '{"a":1,}', '// c\n{}', '{"a" 1}', '{} {}', "{'a': 1}", '"\u0001"', '"\\x"', '01', 'NaN'])(
    'gives an error for %j, as JSON.parse does',
    (text) => {
      expect(() => JSON.parse(text) as unknown).toThrow();
      expect(parseJsonDocument(text, limits).errors.length).toBeGreaterThan(0);
    },
  );

  it('reads on after an error', () => {
    const result = parseJsonDocument('{"a": [1,, 2], "b": , "c": {"d": 3}', limits);
    expect(result.errors.length).toBeGreaterThan(1);
    expect(plain(result.roots[0])).toEqual({ a: [1, 2], b: null, c: { d: 3 } });
  });

  it.each(['[', '{"a":', '[}', '[{"a":[{]'])('bounds deep nesting of %j', (piece) => {
    expect(parseJsonDocument(piece.repeat(100_000), limits).errors[0]?.kind).toBe('budget');
  });

  it('stops at the node budget', () => {
    const result = parseJsonDocument(`[${'1,'.repeat(2_000)}1]`, { ...limits, maxNodes: 100 });
    expect(result.errors).toEqual([expect.objectContaining({ kind: 'budget' })]);
  });
});
