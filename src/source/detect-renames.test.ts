/** Rename detection: the three ways to pair, their limits, and independence of the order of listings. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TreeEntry } from '../model/tree.ts';
import { detectRenames } from './detect-renames.ts';
import { findRenames } from './find-renames.ts';
import { MemorySnapshot } from './memory-snapshot.ts';

const LONG = Array.from({ length: 20 }, (_, index) => `line ${index} of the file`).join('\n');

describe('renames', () => {
  it('pairs equal files, the nearest names first', async () => {
    expect(
      await renames(
        { 'a/main.tf': 'same', 'b/other.tf': 'same', 'kept.tf': 'same' },
        { 'z/other.tf': 'same', 'y/main.tf': 'same', 'kept.tf': 'same' },
      ),
    ).toEqual({ 'y/main.tf': 'a/main.tf', 'z/other.tf': 'b/other.tf' });
  });

  it('does not pair a copy, an empty file, or a file with a link of the same bytes', async () => {
    expect(await renames({ 'a.tf': 'x' }, { 'a.tf': 'x', 'b.tf': 'x' })).toEqual({});
    expect(await renames({ 'a.tf': '' }, { 'b.tf': '' })).toEqual({});
    expect(await renames({ 'a.tf': 'x' }, { 'b.tf': { content: 'x', mode: 'link' } })).toEqual({});
  });

  it('takes edited files along with their folder', async () => {
    expect(
      await renames(
        { 'old/app/a.tf': '1', 'old/app/b.tf': '2', 'old/net/c.tf': 'short' },
        { 'new/app/a.tf': '1', 'new/app/b.tf': '2', 'new/net/c.tf': 'entirely different' },
      ),
    ).toEqual({ 'new/app/a.tf': 'old/app/a.tf', 'new/app/b.tf': 'old/app/b.tf', 'new/net/c.tf': 'old/net/c.tf' });
  });

  it('does not guess where a folder went when its files went to two places', async () => {
    const before = { 'old/a.tf': '1', 'old/b.tf': '2', 'old/c.tf': 'was' };
    expect(await renames(before, { 'x/a.tf': '1', 'y/b.tf': '2', 'x/c.tf': 'is', 'y/c.tf': 'is' })).toEqual({
      'x/a.tf': 'old/a.tf',
      'y/b.tf': 'old/b.tf',
    });
  });

  it('pairs files that are at least half the same, and the most alike first', async () => {
    const edited = LONG.replace('line 3 ', 'line three ');
    const half = LONG.split('\n').slice(0, 12).join('\n');
    expect(await renames({ 'a.tf': LONG }, { 'x.tf': half, 'y.tf': edited })).toEqual({ 'y.tf': 'a.tf' });
    expect(await renames({ 'a.tf': LONG }, { 'x.tf': half })).toEqual({ 'x.tf': 'a.tf' });
    expect(await renames({ 'a.tf': LONG }, { 'x.tf': LONG.split('\n').slice(0, 8).join('\n') })).toEqual({});
    expect(await renames({ 'a.tf': LONG }, { 'x.json': edited })).toEqual({});
    expect(await renames({ 'a.tf': LONG }, { 'x.tf': edited }, (path) => path === 'none')).toEqual({});
  });

  it('ends soon for thousands of equal or similar files', async () => {
    const many = (folder: string, content: (index: number) => string) =>
      Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`${folder}/f${index}.tf`, content(index)]));
    expect(
      Object.keys(
        await renames(
          many('a', () => 'same'),
          many('b', () => 'same'),
        ),
      ),
    ).toHaveLength(3000);
    const similar = await renames(
      many('a', (index) => `${LONG}\n${index}`),
      many('b', (index) => `${LONG}\n${index} new`),
    );
    expect(similar['b/f7.tf']).toBe('a/f7.tf');
  });

  it('is the same for every order of the listings, and pairs each path at most once', () => {
    const path = fc
      .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('x', 'y'), fc.constantFrom('m.tf', 'n.tf', 'o.json'))
      .map((parts) => parts.join('/'));
    const content = fc.constantFrom('one', 'two', 'three\nfour\nfive', 'three\nfour\nsix', '');
    const side = fc.dictionary(path, content, { maxKeys: 12 });
    fc.assert(
      fc.property(side, side, fc.integer({ min: 0, max: 1000 }), (before, after, seed) => {
        const contents = new Map(
          [...Object.values(before), ...Object.values(after)].map((text) => [text, Buffer.from(text)]),
        );
        const plain = detectRenames({ before: entriesOf(before), after: entriesOf(after), contents });
        const mixed = detectRenames({
          before: mix(entriesOf(before), seed),
          after: mix(entriesOf(after), seed + 1),
          contents,
        });
        expect(sorted(mixed)).toEqual(sorted(plain));
        expect(new Set(plain.values()).size).toBe(plain.size);
        for (const [to, from] of plain) {
          expect([to in after, to in before, from in before, from in after]).toEqual([true, false, true, false]);
        }
      }),
      { numRuns: 300, seed: 17 },
    );
  });
});

type Files = ConstructorParameters<typeof MemorySnapshot>[0];

async function renames(before: Files, after: Files, mayMatter: (path: string) => boolean = () => true) {
  return Object.fromEntries(await findRenames(new MemorySnapshot(before), new MemorySnapshot(after), mayMatter));
}

/** The text itself stands for its blob id. */
function entriesOf(files: Readonly<Record<string, string>>): readonly TreeEntry[] {
  return Object.entries(files).map(([path, text]) => ({ path, mode: 'file', blob: text, size: text.length }));
}

function mix<Item>(items: readonly Item[], seed: number): readonly Item[] {
  return items
    .map((item, index) => ({ item, key: ((index + 1) * 7919 * (seed + 1)) % 104_729 }))
    .sort((left, right) => left.key - right.key)
    .map(({ item }) => item);
}

function sorted(renamed: ReadonlyMap<string, string>): readonly string[] {
  return [...renamed].map(([to, from]) => `${from} > ${to}`).sort();
}
