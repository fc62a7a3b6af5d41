/**
 * Our difference of two texts beside git's own, whatever algorithm git uses: what we call certain is in git's hunks, and
 * our patch is one git applies. Texts are short and repeat their lines, where algorithms disagree most.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diffTexts } from '../src/reporters/review-comments/diff-texts.ts';
import { isCertainPlace } from '../src/reporters/review-comments/is-certain-place.ts';
import { parsePatch } from '../src/reporters/review-comments/parse-patch.ts';

const ALGORITHMS = ['myers', 'minimal', 'patience', 'histogram'] as const;
const SIDES = ['LEFT', 'RIGHT'] as const;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'differences-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const line = fc.constantFrom('}', '', '  a = 1', '  b = 2', 'x {', 'y {', 'only here', 'only there', '\tc = 3\r');
const body = fc.array(line, { maxLength: 30 });
/** Most lines are the same on both sides. */
const texts = fc
  .record({ lines: body, cut: fc.array(fc.nat(40), { maxLength: 4 }), put: fc.array(fc.tuple(fc.nat(40), line)) })
  .map(({ lines, cut, put }) => {
    const after = lines.filter((_, index) => !cut.includes(index));
    for (const [index, text] of put.slice(0, 5)) after.splice(index, 0, text);
    return [lines, after] as const;
  });
const ends = fc.tuple(fc.boolean(), fc.boolean());
const joined = (lines: readonly string[], end: boolean): string =>
  lines.join('\n') + (end && lines.length > 0 ? '\n' : '');

function gitDiff(algorithm: string): string {
  try {
    const options = ['diff', '--no-index', '--no-color', '--no-ext-diff', `--diff-algorithm=${algorithm}`];
    return execFileSync('git', [...options, 'before', 'after'], { cwd: folder, encoding: 'utf8' });
  } catch (error) {
    // Git says with its exit code that something differs.
    return (error as { readonly stdout: string }).stdout;
  }
}

function write(before: string, after: string): void {
  writeFileSync(join(folder, 'before'), before);
  writeFileSync(join(folder, 'after'), after);
}

describe('a difference of two texts', () => {
  it('calls no place certain that git does not show in one hunk, whatever its algorithm', () => {
    let certain = 0;
    fc.assert(
      fc.property(texts, ends, fc.nat(35), fc.nat(8), ([left, right], [one, other], start, length) => {
        const [before, after] = [joined(left, one), joined(right, other)];
        const difference = diffTexts(before, after);
        if (difference === undefined) throw new Error('these are short');
        const places = SIDES.map((side) => ({ kind: 'lines', side, startLine: start, line: start + length }) as const);
        const sure = places.filter((place) => place.startLine > 0 && isCertainPlace(place, difference));
        const counts = { LEFT: left.length, RIGHT: right.length };
        const inside = sure.filter(({ side, line: last }) => last <= counts[side]);
        if (inside.length === 0) return;
        certain += inside.length;
        write(before, after);
        for (const algorithm of ALGORITHMS) {
          const diff = gitDiff(algorithm);
          const hunks = parsePatch(diff.slice(Math.max(0, diff.indexOf('\n@@') + 1)));
          for (const { side, startLine, line: last } of inside) {
            const number = side === 'LEFT' ? 'left' : 'right';
            const absent = side === 'LEFT' ? 'added' : 'removed';
            const numbers = hunks.map((hunk) => hunk.filter(({ kind }) => kind !== absent).map((each) => each[number]));
            const shown = numbers.some((each) => each.includes(startLine) && each.includes(last));
            expect(shown, `${side} ${startLine}-${last}, ${algorithm}\n${diff}`).toBe(true);
          }
        }
      }),
      { seed: 7, numRuns: 400 },
    );
    expect(certain).toBeGreaterThan(40);
  }, 30_000);

  it('is a patch that git applies', () => {
    fc.assert(
      fc.property(texts, ends, ([left, right], [one, other]) => {
        const [before, after] = [joined(left, one), joined(right, other)];
        const patch = diffTexts(before, after)?.patch;
        if (before === after) {
          expect(patch).toBe('');
          return;
        }
        write(before, 'nothing yet');
        writeFileSync(join(folder, 'patch'), `--- a/before\n+++ b/before\n${patch}\n`);
        execFileSync('git', ['apply', '--whitespace=nowarn', 'patch'], { cwd: folder });
        expect(readFileSync(join(folder, 'before'), 'utf8')).toBe(after);
      }),
      { seed: 7, numRuns: 100 },
    );
  }, 30_000);

  it('is not made of texts that are too long to compare', () => {
    const lines = (word: string): string => Array.from({ length: 1500 }, (_, index) => `${word} ${index}\n`).join('');
    expect(diffTexts(lines('old'), lines('new'))).toBeUndefined();
    expect(diffTexts(lines('old'), `${lines('old')}more\n`)?.certain.RIGHT).toEqual(new Set([1501]));
  });
});
