/** Whatever a pull request holds: comments stand where GitHub takes them, and nothing in them becomes markup. */
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import {
  buildChange,
  buildFile,
  buildFinding,
  buildOptions,
  buildReport,
  QUEUE,
} from '../../../test/builders/build-review.ts';
import type { FindingChange } from '../../model/change.ts';
import type { ReviewComment } from './review-comment.ts';
import { reviewComments } from './review-comments.ts';

const SEED = 20261122;

/** Another reading of a patch than the product's: the lines of one side, by hunk, one token after the other. */
function shownLines(patch: string, side: 'LEFT' | 'RIGHT'): readonly ReadonlySet<number>[] {
  const hunks: Set<number>[] = [];
  const at = { LEFT: 0, RIGHT: 0 };
  const rest = { LEFT: 0, RIGHT: 0 };
  for (const line of patch.split('\n')) {
    const header = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (line.startsWith('@@')) {
      [at.LEFT, at.RIGHT] = [Number(header?.[1] ?? 0), Number(header?.[3] ?? 0)];
      [rest.LEFT, rest.RIGHT] = header ? [Number(header[2] ?? 1), Number(header[4] ?? 1)] : [0, 0];
      hunks.push(new Set());
      continue;
    }
    if (line.startsWith('\\')) continue;
    const sides = ({ '+': ['RIGHT'], '-': ['LEFT'], ' ': ['LEFT', 'RIGHT'] } as const)[line.charAt(0)] ?? [];
    const isAnnounced = sides.length > 0 && sides.every((each) => rest[each] > 0);
    if (!isAnnounced) [rest.LEFT, rest.RIGHT] = [0, 0];
    for (const each of isAnnounced ? sides : []) {
      if (each === side) hunks.at(-1)?.add(at[each]);
      at[each] += 1;
      rest[each] -= 1;
    }
  }
  return hunks;
}

function isTaken({ place }: ReviewComment, patch: string): boolean {
  if (place.kind === 'file') return true;
  const { startLine = place.line, line } = place;
  const all = Array.from({ length: line - startLine + 1 }, (_, index) => startLine + index);
  return shownLines(patch, place.side).some((hunk) => all.length > 0 && all.every((each) => hunk.has(each)));
}

const text = fc.constantFrom('a', '  encrypted = false', '', '@@ -1 +1 @@', '```', 'x\r', '\u202e');
const line = fc.tuple(fc.constantFrom('+', '-', ' ', ' ', '', '\\'), text).map(([mark, rest]) => `${mark}${rest}`);
const count = fc.integer({ min: 0, max: 9 });
const hunk = fc
  .tuple(fc.nat(30), count, fc.nat(30), count, fc.array(line, { maxLength: 14 }))
  .map(([left, lefts, right, rights, lines]) =>
    [`@@ -${left + 1},${lefts} +${right + 1},${rights} @@`, ...lines].join('\n'),
  );
const patches = fc
  .array(fc.oneof({ weight: 5, arbitrary: hunk }, { weight: 1, arbitrary: line }), { maxLength: 4 })
  .map((all) => all.join('\n'));
const range = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(8)).map(([from, more]) => [from, from + more] as const);
const changes = fc.array(
  fc.record({
    range,
    before: fc.option(range),
    isGone: fc.boolean(),
    regression: fc.boolean(),
    edits: fc.option(fc.array(fc.tuple(range, fc.array(text, { maxLength: 3 })), { minLength: 1, maxLength: 2 })),
  }),
  { minLength: 1, maxLength: 5 },
);

type Drawn = typeof changes extends fc.Arbitrary<(infer Item)[]> ? Item : never;

function toChange({ range: lines, before, isGone, regression, edits }: Drawn, index: number): FindingChange {
  const stood = before && {
    before: buildFinding({ side: 'before', lines: before }),
    baselineState: 'updated' as const,
  };
  const all = edits?.map(([[startLine, endLine], texts]) => ({ startLine, endLine, lines: texts }));
  return buildChange(
    { id: `TD-${index}`, ruleId: `rule-${index}`, lines, side: isGone ? 'before' : 'after' },
    { ...stood, regression, ...(all && { patch: { path: QUEUE, edits: all } }) },
  );
}

describe('any patch', () => {
  it('gives comments only on lines it shows, and loses no finding', () => {
    fc.assert(
      fc.property(patches, changes, fc.nat(3), (patch, drawn, maxInline) => {
        const report = buildReport(drawn.map(toChange));
        const { comments, inSummaryOnly } = reviewComments(report, buildOptions([buildFile(patch)], { maxInline }));
        expect(comments.length).toBeLessThanOrEqual(maxInline);
        for (const comment of comments) expect([comment.place, isTaken(comment, patch)]).toEqual([comment.place, true]);
        const said = [...comments.flatMap(({ fingerprints }) => fingerprints), ...inSummaryOnly].sort();
        expect(said).toEqual(drawn.map((_, index) => `td-${index}`).sort());
        const spots = comments.map(({ place }) => JSON.stringify(place));
        expect(new Set(spots).size).toBe(spots.length);
      }),
      { numRuns: 1500, seed: SEED },
    );
  });
});

const PIECES = [
  '@acme/x', '#1', '`', '```', '````suggestion', '~~~', '|', '\n', '\r', '\t', '<b>', '</sub>', '</details>', '<!--', '-->', '[a](b)',
  '![a](b)', '- ', '> ', '\\', '---', 'x', ' ', 'https://evil.example', 'GH-1', '\u202e', '\u200b', '${x}', '&lt;', '*', '_', '.',
]; // biome-ignore format: one entry a line is a page
const hostile = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));

function hostileBody(name: string): string {
  const location = buildFinding({ path: name }).anchor;
  const at = {
    message: name, unit: name, address: name, environment: name, ruleId: name,
    assumptions: [{ kind: 'variable-file', subject: name, value: name, location } as const],
    openReasons: [{ reason: 'cycle', subject: name } as const],
  }; // biome-ignore format: as a list
  const before = buildFinding({ evidence: { facts: { [`${name}1`]: name, other: name }, hash: name } });
  const evidence = { facts: { [`${name}1`]: `${name}2` }, hash: name };
  const patch = (path: string) => ({ patch: { path, edits: [{ startLine: 3, endLine: 3, lines: [name, 'x'] }] } });
  const report = buildReport([
    buildChange({ ...at, evidence }, { before, baselineState: 'updated', ...patch(`${name}.tf`) }),
    buildChange({ ...at, evidence, id: 'TD-2', address: `${name}2`, environment: `${name}2` }),
    buildChange({ ...at, id: 'TD-3', ruleId: `${name}3` }, patch(QUEUE)),
    buildChange({ ...at, id: 'TD-4', ruleId: `${name}4`, outcome: 'open' }),
  ]);
  const rule = (id: string) => ({ why: `${name}. ${name}`, fix: id.endsWith('4') ? `${name}\n${name}` : name });
  const options = buildOptions([buildFile('@@ -2,3 +2,3 @@\n a\n-c\n+b\n d')], { rule, acceptBy: name });
  return reviewComments(report, options).comments[0]?.body ?? '';
}

const render = (markdown: string): string =>
  micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });

const OWN = new Set(['p', 'strong', 'code', 'pre', 'sub', 'hr', 'a']);

describe('any name', () => {
  it('makes no mention, tag, link or fence of its own', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const html = render(hostileBody(name));
        const prose = html.replace(/<pre>[\s\S]*?<\/pre>/g, '').replace(/<code>[^<]*<\/code>| href="[^"]*"/g, '');
        expect(prose).not.toMatch(/@[a-z]|#\d|GH-\d/i);
        for (const [, tag = ''] of html.matchAll(/<\/?([a-z0-9]+)/g)) expect(OWN.has(tag) ? '' : tag).toBe('');
        for (const [, address = ''] of html.matchAll(/href="([^"]*)"/g))
          expect(address).toMatch(/^https:\/\/github\.com\/acme\/shop\/blob\//);
        expect(html.match(/<sub>To accept the risk/g)).toHaveLength(3);
        expect(html.match(/<\/sub>/g)).toHaveLength(3);
        expect(html).not.toMatch(/\u202e|\u200b(?=\w*<\/code>)/);
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  it('leaves a suggestion as it is in the file, or makes none', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const body = hostileBody(name);
        const block = /^(`{3,})suggestion\n([\s\S]*?)\n\1$/m.exec(body);
        const [, fence = '', code = ''] = block ?? [];
        if (/[\n\r\u202e\u200b]/.test(name)) expect(block).toBeNull();
        else expect(code).toBe(`${name}\nx`);
        for (const [run] of code.matchAll(/`+/g)) expect(run.length).toBeLessThan(fence.length);
      }),
      { numRuns: 200, seed: SEED },
    );
  });
});
