/**
 * The order of files, blocks and attributes says nothing about a deployment, so it must say nothing in a report:
 * listing files in another order gives the same bytes, writing blocks and attributes in another order the same report
 * but for positions.
 */
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPullRequest } from '../src/check-pull-request.ts';
import type { Problem } from '../src/model/problem.ts';
import type { TreeEntry } from '../src/model/tree.ts';
import type { Body } from '../src/parsers/terraform/syntax/ast.ts';
import { parseHcl } from '../src/parsers/terraform/syntax/parse-hcl.ts';
import { reportJson } from '../src/reporters/json/report-json.ts';
import { MemorySnapshot } from '../src/source/memory-snapshot.ts';
import type { Snapshot } from '../src/source/snapshot.ts';
import { AS_OF, testPack } from './run-directories.ts';

const golden = join(import.meta.dirname, 'golden');

function readFolder(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    paths.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}

async function reportOf(before: Snapshot, after: Snapshot): Promise<string> {
  const change = {
    before: [before],
    after,
    description: { before: 'before', after: 'after' },
    close: () => Promise.resolve(),
  };
  const { report } = await checkPullRequest({ change, policy: {}, pack: testPack(), engine: 'test', asOf: AS_OF });
  return reportJson(report);
}

/** Lists its entries in another order than it should. */
class ShuffledSnapshot implements Snapshot {
  readonly id: string;
  readonly #inner: Snapshot;
  readonly #order: (entries: readonly TreeEntry[]) => readonly TreeEntry[];

  constructor(inner: Snapshot, order: (entries: readonly TreeEntry[]) => readonly TreeEntry[]) {
    this.id = inner.id;
    this.#inner = inner;
    this.#order = order;
  }

  async entries(): Promise<readonly TreeEntry[]> {
    return this.#order(await this.#inner.entries());
  }

  read(entries: readonly TreeEntry[]): Promise<ReadonlyMap<string, Uint8Array>> {
    return this.#inner.read(entries);
  }

  problems(): readonly Problem[] {
    return this.#inner.problems();
  }
}

function shuffle<Item>(items: readonly Item[], seed: number): Item[] {
  const copy = [...items];
  let state = seed;
  for (let index = copy.length - 1; index > 0; index--) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    const other = state % (index + 1);
    const [a, b] = [copy[index], copy[other]];
    if (a !== undefined && b !== undefined) [copy[index], copy[other]] = [b, a];
  }
  return copy;
}

/** The same configuration with blocks and attributes in another order. */
function shuffleHcl(text: string, seed: number): string {
  const write = (body: Body): string => {
    const attributes = body.attributes.map((item) => text.slice(item.start, item.end));
    // Nested blocks of one type are a list: their order is kept.
    const groups = new Map<string, string[]>();
    for (const block of body.blocks) {
      const written = `${text.slice(block.header.start, block.header.end)}{\n${write(block.body)}\n}`;
      const key = block.labels.length > 0 ? `${block.name} ${block.start}` : block.name;
      groups.set(key, [...(groups.get(key) ?? []), written]);
    }
    return shuffle([...attributes, ...[...groups.values()].map((group) => group.join('\n'))], seed).join('\n');
  };
  return `${write(parseHcl(text, { maxDepth: 200 }).body)}\n`;
}

const POSITIONS: ReadonlySet<string> = new Set(['range', 'location', 'edits']);

/** The report without positions and everything derived from them. That there is a patch stays. */
function withoutPositions(report: string): unknown {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, item]) => (POSITIONS.has(key) ? [] : [[key, strip(item)]])),
    );
  };
  const plain = strip(JSON.parse(report)) as { changes: unknown[]; verdict: { reason?: string } };
  plain.changes.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  delete plain.verdict.reason;
  return plain;
}

describe.each(readdirSync(golden).sort())('golden pull request %s', (name) => {
  const [base, head] = [readFolder(join(golden, name, 'base')), readFolder(join(golden, name, 'head'))];

  it('gives the same bytes whatever the order of its files', async () => {
    const expected = await reportOf(new MemorySnapshot(base, 'before'), new MemorySnapshot(head, 'after'));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 30 }), async (seed) => {
        const order = (entries: readonly TreeEntry[]): readonly TreeEntry[] => shuffle(entries, seed);
        const before = new ShuffledSnapshot(new MemorySnapshot(base, 'before'), order);
        const after = new ShuffledSnapshot(new MemorySnapshot(head, 'after'), order);
        expect(await reportOf(before, after)).toBe(expected);
      }),
      { numRuns: 8, seed: 7 },
    );
  });

  it('gives the same report whatever the order of blocks and attributes', async () => {
    const before = new MemorySnapshot(base, 'before');
    const expected = withoutPositions(await reportOf(before, new MemorySnapshot(head, 'after')));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 30 }), async (seed) => {
        const shuffled = Object.entries(head).map(
          ([path, text]) => [path, path.endsWith('.tf') ? shuffleHcl(text, seed) : text] as const,
        );
        const report = await reportOf(before, new MemorySnapshot(Object.fromEntries(shuffled), 'after'));
        expect(withoutPositions(report)).toEqual(expected);
      }),
      { numRuns: 8, seed: 7 },
    );
  });
});
