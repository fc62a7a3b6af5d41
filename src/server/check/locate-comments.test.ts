/** When review comments need none of GitHub's patches: only where the lines are certain to be in its difference. */
import { describe, expect, it } from 'vitest';
import type { Report } from '../../model/report.ts';
import type { PatchedFile, ReviewComment } from '../../reporters/review-comments/review-comment.ts';
import { type MemoryFile, MemorySnapshot } from '../../source/memory-snapshot.ts';
import { locateComments } from './locate-comments.ts';

type Files = Readonly<Record<string, string | MemoryFile>>;

const block = (name: string, open: boolean): string => `resource "aws_sqs_queue" "${name}" {\n  open = ${open}\n}\n\n`;
const BEFORE = block('a', false) + block('b', false) + block('c', false);
const AFTER = block('a', false) + block('b', true) + block('c', false);

/** Only what the search for paths reads. */
function reportOf(path: string): Report {
  const after = { anchor: { side: 'after', path } };
  return { changes: [{ subject: 'finding', blocks: true, after }] } as unknown as Report;
}

interface Case {
  readonly before: Files;
  readonly after: Files;
  readonly place?: ReviewComment['place'];
  readonly path?: string;
}

const on = (line: number, startLine = line): ReviewComment['place'] => ({
  ...{ kind: 'lines', side: 'RIGHT', line },
  ...(startLine < line ? { startLine } : {}),
});

async function locate({ before, after, place = on(6), path = 'a.tf' }: Case, bases = 1) {
  let files: readonly PatchedFile[] | undefined;
  const old = new MemorySnapshot(before);
  const change = { before: Array.from({ length: bases }, () => old), after: new MemorySnapshot(after) };
  const comment: ReviewComment = { fingerprints: ['f'], path, place, body: '' };
  const comments = (patched: readonly PatchedFile[]) => {
    files = patched;
    return [comment];
  };
  return { located: await locateComments(reportOf(path), change, { comments }), files };
}

describe('comments are located without GitHub', () => {
  it('in a changed file, with the patch GitHub would give', async () => {
    const { located, files } = await locate({
      before: { 'a.tf': BEFORE, 'b.tf': '' },
      after: { 'a.tf': AFTER, 'b.tf': '' },
    });
    expect(located).toMatchObject([{ path: 'a.tf', place: on(6) }]);
    expect(files).toMatchObject([{ path: 'a.tf', status: 'modified' }]);
    expect(files?.[0]?.patch).toContain('-  open = false\n+  open = true\n');
  });

  it('in a new file, and over several lines of it', async () => {
    const { located } = await locate({ before: {}, after: { 'a.tf': BEFORE }, place: on(7, 5) });
    expect(located).toHaveLength(1);
  });
});

describe('GitHub is asked', () => {
  const changed = { before: { 'a.tf': BEFORE }, after: { 'a.tf': AFTER } };
  const binary = { content: new Uint8Array([120, 0, 120]) };
  const large = 'x'.repeat(600_000);
  const many = Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`${index}.tf`, 'new\n']));
  const cases: readonly (readonly [string, Case])[] = [
    ['of a line that may be outside', { ...changed, place: on(1) }],
    ['of lines that may be in two hunks', { ...changed, place: on(12, 6) }],
    ['where only the file is certain', { ...changed, place: { kind: 'file' } }],
    ['where something may be a rename', { before: { 'old.tf': BEFORE }, after: { 'a.tf': BEFORE } }],
    ['about another file than those with findings', { ...changed, path: 'b.tf' }],
    ['about what is no text', { before: { 'a.tf': BEFORE }, after: { 'a.tf': binary } }],
    ['about a link', { ...changed, after: { 'a.tf': { content: 'b.tf', mode: 'link' } } }],
    [
      'where GitHub may leave patches out: bytes',
      { ...changed, after: { 'a.tf': AFTER, 'b.tf': large, 'c.tf': large } },
    ],
    ['where GitHub may leave patches out: files', { ...changed, after: { 'a.tf': AFTER, ...many } }],
  ];

  it.each(cases)('%s', async (_, each) => {
    expect((await locate(each)).located).toBeUndefined();
  });

  it.each([0, 2])('where there are %i merge bases', async (bases) => {
    expect((await locate(changed, bases)).located).toBeUndefined();
  });
});
