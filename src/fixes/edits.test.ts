/** Whole-line edits: made from two texts, applied to the first they give the second, whatever ends the lines. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from './apply-edits.ts';
import { toEdits } from './to-edits.ts';
import { unifiedDiff } from './unified-diff.ts';

const line = fc.constantFrom('a', 'b', 'c', '', '  d');

describe('toEdits and applyEdits', () => {
  it('take each other back, with CRLF and without a last line end', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 12 }),
        fc.array(line, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (before, after, end, isEnded) => {
          const text = (lines: readonly string[]): string => lines.join(end) + (isEnded ? end : '');
          // A last line that is empty and has no end is no line; a single line without one tells no line end.
          fc.pre(isEnded || (before.length > 1 && before.at(-1) !== '' && after.at(-1) !== ''));
          const edits = toEdits(text(before), text(after));
          expect(applyEdits(text(before), edits)).toBe(text(after));
          const ends = edits.flatMap(({ startLine, endLine }) => [startLine, endLine]);
          expect(ends).toEqual(ends.toSorted((a, b) => a - b));
          expect(new Set(edits.map(({ startLine }) => startLine)).size).toBe(edits.length);
        },
      ),
      { seed: 7, numRuns: 2000 },
    );
  });

  it('repeat the line above an insertion, and the line below one at the top', () => {
    expect(toEdits('a\nb\n', 'a\nx\nb\n')).toEqual([{ startLine: 1, endLine: 1, lines: ['a', 'x'] }]);
    expect(toEdits('a\n', 'x\na\n')).toEqual([{ startLine: 1, endLine: 1, lines: ['x', 'a'] }]);
  });

  it('refuse what does not fit the text', () => {
    expect(applyEdits('a\n', [{ startLine: 2, endLine: 2, lines: [] }])).toBeUndefined();
    const twice = { startLine: 1, endLine: 1, lines: ['b'] };
    expect(applyEdits('a\n', [twice, twice])).toBeUndefined();
    expect(applyEdits('a\n', [{ startLine: 0, endLine: 1, lines: [] }])).toBeUndefined();
  });

  it('find a change in a long file', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `line ${index}`);
    const edited = lines.with(10, 'x').with(19_990, 'y');
    const edits = toEdits(lines.join('\n'), edited.join('\n'));
    expect(applyEdits(lines.join('\n'), edits)).toBe(edited.join('\n'));
  });
});

describe('unifiedDiff', () => {
  it('shows three lines around, and a missing last line end', () => {
    const before = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].join('\n');
    expect(unifiedDiff({ path: 'main.tf', before, after: `${before.replace('2', 'two')}\n` })).toBe(
      [
        '--- a/main.tf',
        '+++ b/main.tf',
        '@@ -1,9 +1,9 @@',
        ' 1',
        '-2',
        '+two',
        ' 3',
        ' 4',
        ' 5',
        ' 6',
        ' 7',
        ' 8',
        '-9',
        '\\ No newline at end of file',
        '+9',
        '',
      ].join('\n'),
    );
  });

  it('quotes names as git does', () => {
    const diff = unifiedDiff({ path: 'a "b"\u001b.tf', before: 'a\n', after: 'b\n' });
    expect(diff.split('\n')[0]).toBe('--- "a/a \\"b\\"\\033.tf"');
    expect(unifiedDiff({ path: 'a b.tf', before: 'a\n', after: 'b\n' })).toContain('--- a/a b.tf\t\n');
    expect(unifiedDiff({ path: 'a', before: 'a\n', after: 'a\n' })).toBe('');
  });
});
