/** Line numbers out of patches: the whole trust in a comment's place rests on them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePatch } from './parse-patch.ts';

const show = (patch: string): readonly string[] =>
  parsePatch(patch).flatMap((hunk, index) =>
    hunk.map(({ kind, left, right, text }) => `${index} ${kind} ${left}|${right} ${text}`),
  );

describe('parsePatch', () => {
  it('numbers the lines of both sides', () => {
    const patch =
      '@@ -3,3 +3,4 @@ resource "aws_sqs_queue" "orders" {\n name\n-old\n+new\n+more\n end\n@@ -20 +21 @@\n-x\n+y';
    expect(show(patch)).toEqual([
      '0 context 3|3 name',
      '0 removed 4|4 old',
      '0 added 5|4 new',
      '0 added 5|5 more',
      '0 context 5|6 end',
      '1 removed 20|21 x',
      '1 added 21|21 y',
    ]);
  });

  it('knows files that are new, emptied, or without a line end', () => {
    expect(show('@@ -0,0 +1,2 @@\n+a\n+b\n\\ No newline at end of file')).toEqual(['0 added 1|1 a', '0 added 1|2 b']);
    expect(show('@@ -1,2 +0,0 @@\n-a\n-b')).toEqual(['0 removed 1|1 a', '0 removed 2|1 b']);
    expect(show('@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a')).toEqual(['0 removed 1|1 a', '0 added 2|1 a']);
  });

  it('takes a hunk that is cut as far as it goes', () => {
    expect(show('@@ -1,9 +1,9 @@\n a\n-b')).toEqual(['0 context 1|1 a', '0 removed 2|2 b']);
    expect(show('@@ -1,9 +1,9 @@')).toEqual([]);
  });

  it('counts nothing that no header announced', () => {
    expect(show('+a\n b')).toEqual([]);
    expect(show('@@ -1 +1 @@\n-a\n+b\n+c\n d')).toEqual(['0 removed 1|1 a', '0 added 2|1 b']);
    expect(show('@@ broken\n+a\n@@ -5 +5 @@\n+b')).toEqual(['0 added 5|5 b']);
    expect(show('@@ -1,2 +1,2 @@\n a\nunmarked\n b')).toEqual(['0 context 1|1 a']);
  });

  it('keeps carriage returns, and lines that look like headers', () => {
    expect(show('@@ -1,1 +1,2 @@\n a\r\n+@@ -9 +9 @@')).toEqual(['0 context 1|1 a\r', '0 added 2|2 @@ -9 +9 @@']);
  });

  it('never throws, and never numbers backwards', () => {
    const pieces = [
      '@@ -1,3 +1,3 @@',
      '@@ -4 +9,2 @@',
      '@@',
      '+a',
      '-b',
      ' c',
      '',
      '\\ No',
      '\r',
      '@@ -999999999999 +1 @@',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 9 })), { maxLength: 30 }),
        (lines) => {
          for (const hunk of parsePatch(lines.join('\n'))) {
            for (const [index, line] of hunk.entries()) {
              const previous = hunk[index - 1] ?? line;
              expect(line.left - previous.left + line.right - previous.right).toBeGreaterThanOrEqual(index > 0 ? 1 : 0);
              expect(Math.min(line.left - previous.left, line.right - previous.right)).toBeGreaterThanOrEqual(0);
            }
          }
        },
      ),
      { numRuns: 2000, seed: 20261122 },
    );
  });

  it('takes time that grows with the patch only', () => {
    const patch = `@@ -0,0 +1,400000 @@\n${'+x\n'.repeat(400_000)}`;
    const start = process.hrtime.bigint();
    expect(parsePatch(patch)[0]).toHaveLength(400_000);
    expect(Number(process.hrtime.bigint() - start) / 1e9).toBeLessThan(5);
  });
});
