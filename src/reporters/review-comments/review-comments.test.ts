/** Where review comments stand and what they share; what they say is in `render-comment.test.ts`. */
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
import type { PatchedFile } from './review-comment.ts';
import { reviewComments } from './review-comments.ts';
import type { ReviewOptions } from './review-options.ts';

const review = (changes: readonly FindingChange[], files: readonly PatchedFile[], options?: Partial<ReviewOptions>) =>
  reviewComments(buildReport(changes), buildOptions(files, options));

/** `path side start-line`, or `path file`, with the ids each comment speaks of. */
function placesOf(...args: Parameters<typeof review>): readonly string[] {
  return review(...args).comments.map(({ path, place, fingerprints }) => {
    const lines = place.kind === 'file' ? 'file' : `${place.side} ${place.startLine ?? ''}-${place.line}`;
    return `${path} ${lines} ${fingerprints.join(' ')}`;
  });
}

/** Lines 2 to 5 of the head are shown; line 3 is new, line 4 of the base is gone. */
const PATCH = '@@ -2,4 +2,4 @@\n a\n+b\n c\n-d\n e';
const ID = 'td-7f3k2qxa';

describe('the place of a comment', () => {
  it('is the line that decides', () => {
    expect(placesOf([buildChange()], [buildFile(PATCH)])).toEqual([`${QUEUE} RIGHT -3 ${ID}`]);
  });

  it('is the whole anchor where one hunk shows it, else its first line', () => {
    expect(placesOf([buildChange({ lines: [3, 5] })], [buildFile(PATCH)])).toEqual([`${QUEUE} RIGHT 3-5 ${ID}`]);
    expect(placesOf([buildChange({ lines: [3, 40] })], [buildFile(PATCH)])).toEqual([`${QUEUE} RIGHT -3 ${ID}`]);
  });

  it('is the nearest changed line inside of the anchor where the first is not shown', () => {
    expect(placesOf([buildChange({ lines: [1, 40] })], [buildFile(PATCH)])).toEqual([`${QUEUE} RIGHT -3 ${ID}`]);
  });

  it('is the line that is gone where a protection was taken away', () => {
    const change = buildChange({ lines: [1, 40] }, { regression: true });
    expect(placesOf([change], [buildFile(PATCH)])).toEqual([`${QUEUE} LEFT -4 ${ID}`]);
  });

  it('prefers, of several lines that are gone, the one that names a fact', () => {
    const patch = '@@ -2,5 +2,2 @@\n a\n-d\n e\n-  sqs_managed_sse_enabled = true\n-f';
    const change = buildChange({ lines: [1, 40] }, { regression: true });
    expect(placesOf([change], [buildFile(patch)])).toEqual([`${QUEUE} LEFT -5 ${ID}`]);
  });

  it('is where the finding stood before where that line is gone', () => {
    const before = buildFinding({ side: 'before', lines: [4, 4] });
    const change = buildChange({ lines: [90, 90] }, { baselineState: 'updated', before });
    expect(placesOf([change], [buildFile(PATCH)])).toEqual([`${QUEUE} LEFT -4 ${ID}`]);
  });

  it('is the new path of a file that was renamed, on both sides', () => {
    const file = buildFile(PATCH, { path: 'new.tf', previousPath: QUEUE, status: 'renamed' });
    const gone = buildChange({ side: 'before', lines: [1, 9], id: 'TD-GONE' }, { regression: true });
    expect(placesOf([buildChange({ path: 'new.tf' }), gone], [file])).toEqual([
      `new.tf RIGHT -3 ${ID}`,
      'new.tf LEFT -4 td-gone',
    ]);
  });

  it('is the removed block of a resource that is gone, also with its file', () => {
    const gone = buildChange({ side: 'before', lines: [1, 2] }, { regression: true });
    const file = buildFile('@@ -1,2 +0,0 @@\n-a\n-b', { status: 'removed' });
    expect(placesOf([gone], [file])).toEqual([`${QUEUE} LEFT -1 ${ID}`]);
  });

  it('is the file where GitHub shows no such line, or no patch', () => {
    expect(placesOf([buildChange({ lines: [90, 90] })], [buildFile(PATCH)])).toEqual([`${QUEUE} file ${ID}`]);
    expect(placesOf([buildChange()], [buildFile(undefined)])).toEqual([`${QUEUE} file ${ID}`]);
    expect(placesOf([buildChange()], [buildFile('@@ -1,9 +1,9 @@\n cut')])).toEqual([`${QUEUE} file ${ID}`]);
  });

  it('is nowhere for a file that the pull request does not change', () => {
    const { comments, inSummaryOnly } = review([buildChange()], [buildFile(PATCH, { path: 'other.tf' })]);
    expect(comments).toEqual([]);
    expect(inSummaryOnly).toEqual([ID]);
  });
});

describe('what gets a comment', () => {
  const many = Array.from({ length: 7 }, (_, index) =>
    buildChange({ id: `TD-${index}`, lines: [index + 1, index + 1] }),
  );
  const added = buildFile(`@@ -0,0 +1,9 @@\n${'+x\n'.repeat(9)}`, { status: 'added' });

  it('is what blocks, five at most, in the order of the report', () => {
    const shown = buildChange({ id: 'TD-SHOWN', lines: [9, 9] }, { blocks: false, decision: 'shown-severity' });
    const { comments, inSummaryOnly } = review([...many, shown], [added]);
    expect(comments.map(({ fingerprints }) => fingerprints)).toEqual([
      ['td-0'],
      ['td-1'],
      ['td-2'],
      ['td-3'],
      ['td-4'],
    ]);
    expect(inSummaryOnly).toEqual(['td-5', 'td-6']);
  });

  it('follows policy where that says how many', () => {
    expect(review(many, [added], { maxInline: 0 }).comments).toEqual([]);
    expect(review(many, [added], { maxInline: 7 }).inSummaryOnly).toEqual([]);
  });

  it('shares a comment on one line', () => {
    const other = buildChange({ id: 'TD-OTHER', ruleId: 'aws-sqs-queue-policy-public', lines: [3, 3] });
    expect(placesOf([buildChange(), other], [buildFile(PATCH)])).toEqual([`${QUEUE} RIGHT -3 ${ID} td-other`]);
  });

  it('shares a comment for one cause: environments, instances, a module called twice', () => {
    const changes = [
      buildChange({ id: 'TD-A', environment: 'prod' }),
      buildChange({ id: 'TD-B', environment: 'stage' }),
      buildChange({ id: 'TD-C', address: 'module.b.aws_sqs_queue.orders' }),
    ];
    expect(placesOf(changes, [buildFile(PATCH)])).toEqual([`${QUEUE} RIGHT -3 td-a td-b td-c`]);
  });

  it('shares a comment for one variable that several resources rest on', () => {
    const location = buildFinding({ path: 'variables.tf' }).anchor;
    const assumptions = [{ kind: 'variable-default', subject: 'var.encrypt', value: 'false', location } as const];
    const changes = [buildChange({ assumptions }), buildChange({ id: 'TD-B', assumptions, lines: [40, 40] })];
    expect(placesOf(changes, [buildFile(PATCH)])).toEqual([`${QUEUE} RIGHT -3 ${ID} td-b`]);
    const apart = [buildChange(), buildChange({ id: 'TD-B', lines: [40, 40] })];
    expect(placesOf(apart, [buildFile(PATCH)])).toHaveLength(2);
  });

  it('takes ten causes a line, and leaves the others to the summary', () => {
    const crowd = Array.from({ length: 12 }, (_, index) => buildChange({ id: `TD-${index}`, ruleId: `rule-${index}` }));
    const { comments, inSummaryOnly } = review(crowd, [buildFile(PATCH)]);
    expect(comments.map(({ fingerprints }) => fingerprints.length)).toEqual([10]);
    expect(inSummaryOnly).toEqual(['td-10', 'td-11']);
  });
});

describe('a suggestion', () => {
  const lines = (startLine: number, endLine: number, ...text: readonly string[]) => ({
    startLine,
    endLine,
    lines: text,
  });
  const patched = (at: Parameters<typeof buildChange>[0], ...edits: readonly ReturnType<typeof lines>[]) =>
    buildChange(at, { patch: { path: QUEUE, edits } });
  const suggestionsOf = (...args: Parameters<typeof review>) =>
    review(...args).comments.map(({ body, place }) => {
      const text = /^(`{3,})suggestion\n([\s\S]*?)^\1$/m.exec(body)?.[2];
      return [place.kind === 'lines' ? `${place.side} ${place.startLine ?? place.line}-${place.line}` : 'file', text];
    });

  it('stands at exactly the lines it replaces', () => {
    expect(suggestionsOf([patched({}, lines(3, 4, 'B', 'C'))], [buildFile(PATCH)])).toEqual([['RIGHT 3-4', 'B\nC\n']]);
    expect(suggestionsOf([patched({}, lines(4, 4))], [buildFile(PATCH)])).toEqual([['RIGHT 4-4', '']]);
  });

  it('repeats the lines between two edits of one hunk', () => {
    const change = patched({}, lines(2, 2, 'A'), lines(5, 5, 'e', 'E'));
    expect(suggestionsOf([change], [buildFile(PATCH)])).toEqual([['RIGHT 2-5', 'A\nb\nc\ne\nE\n']]);
  });

  it.each([
    ['changes nothing', PATCH, lines(3, 3, 'b')],
    ['leaves the hunk', PATCH, lines(4, 6, 'x')],
    ['would change the ends of lines', '@@ -0,0 +1,4 @@\n+a\r\n+b\r\n+c\r\n+d\r', lines(3, 3, 'x')],
    ['replaces what nobody sees', '@@ -0,0 +1,3 @@\n+a\n+b\n+c\u202e', lines(3, 3, 'x')],
    ['holds what nobody sees', PATCH, lines(3, 3, 'x\u200b')],
    ['ends before it starts', PATCH, lines(4, 3, 'x')],
    ['is longer than anybody reads', PATCH, lines(3, 3, ...Array.from({ length: 50 }, () => 'x'))],
  ])('is not made where it %s', (_, patch, edit) => {
    expect(suggestionsOf([patched({}, edit)], [buildFile(patch)])).toEqual([['RIGHT 3-3', undefined]]);
  });

  it('is one for findings with the same fix', () => {
    const changes = [
      patched({}, lines(3, 3, 'B')),
      patched({ id: 'TD-B', ruleId: 'other', lines: [5, 5] }, lines(3, 3, 'B')),
    ];
    const [comment, ...others] = review(changes, [buildFile(PATCH)]).comments;
    expect(others).toEqual([]);
    expect(comment?.fingerprints).toEqual([ID, 'td-b']);
    expect(comment?.body.match(/suggestion\n/g)).toHaveLength(1);
    expect(comment?.body).toContain('The suggestion above fixes this too.');
  });

  it('joins a comment that stands where it starts', () => {
    const changes = [buildChange({ lines: [4, 4] }), patched({ id: 'TD-B', lines: [3, 3] }, lines(4, 4, 'C'))];
    expect(placesOf(changes, [buildFile(PATCH)])).toEqual([`${QUEUE} RIGHT -4 ${ID} td-b`]);
  });

  it('is the first of two that would change the same lines; the other is shown as code', () => {
    const changes = [patched({}, lines(3, 4, 'B', 'C')), patched({ id: 'TD-B', lines: [5, 5] }, lines(4, 5, 'X', 'Y'))];
    const { comments } = review(changes, [buildFile(PATCH)]);
    expect(comments.map(({ place }) => place)).toEqual([
      { kind: 'lines', side: 'RIGHT', startLine: 3, line: 4 },
      { kind: 'lines', side: 'RIGHT', line: 5 },
    ]);
    expect(comments[1]?.body).toMatch(/Fix: replace 2 lines at .* with:\n```hcl\nX\nY\n```\n/);
  });
});
