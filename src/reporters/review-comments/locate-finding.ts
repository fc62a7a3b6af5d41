/**
 * Where on a pull request a finding is said: the deciding line where GitHub shows it, the removed line where a protection
 * went away, else the file. Never a line that is not in the patch: GitHub would refuse the comment.
 */
import type { FindingChange } from '../../model/change.ts';
import type { Finding } from '../../model/finding.ts';
import type { Range } from '../../model/location.ts';
import { lastLine } from '../last-line.ts';
import { linesWithin } from './lines-within.ts';
import type { Hunk, HunkLine } from './parse-patch.ts';
import type { ReviewComment } from './review-comment.ts';
import type { ReviewedFile, ReviewedFiles } from './reviewed-files.ts';

export type Spot = Pick<ReviewComment, 'path' | 'place'>;

/** A comment on more lines than this is read at its end, far from the line that decides. */
const LONGEST_SPAN = 10;

/** Undefined where the pull request does not change the file: GitHub takes no comment there. */
export function locateFinding(change: FindingChange, finding: Finding, files: ReviewedFiles): Spot | undefined {
  const file = files.of(finding.anchor);
  if (file === undefined) return undefined;
  const { range, side } = finding.anchor;
  const place = side === 'before' ? placeRemoved(file, range) : placeAfter(change, finding, files);
  return { path: file.path, place: place ?? { kind: 'file' } };
}

type Place = ReviewComment['place'] | undefined;

function placeAfter(change: FindingChange, finding: Finding, files: ReviewedFiles): Place {
  const { range } = finding.anchor;
  const around = linesWithin(files.of(finding.anchor)?.hunks ?? [], 'right', range);
  const inside = around.flat().filter(({ kind }) => kind !== 'removed');
  const deciding = inside.find((line) => line.right === range.startLine);
  // A block is pointed at for what it lacks: its own lines say less than the one that went away.
  if (deciding?.kind === 'added' && lastLine(range) === range.startLine) return placeDeciding(range, around);
  const wasBetter = change.regression || change.before !== undefined;
  const taken = wasBetter ? placeTaken(change, finding, files, around.flat()) : undefined;
  if (taken !== undefined) return taken;
  if (deciding !== undefined) return placeDeciding(range, around);
  const nearest = inside.find((line) => line.kind === 'added') ?? inside[0];
  return nearest && { kind: 'lines', side: 'RIGHT', line: nearest.right };
}

/** The whole anchor where it is short and inside one hunk, else its first line. */
function placeDeciding(range: Range, around: readonly Hunk[]): Place {
  const { startLine } = range;
  const line = lastLine(range);
  const isWhole = around.some((hunk) => hunk.filter(({ kind }) => kind !== 'removed').length === line - startLine + 1);
  if (isWhole && line > startLine && line - startLine < LONGEST_SPAN)
    return { kind: 'lines', side: 'RIGHT', startLine, line };
  return { kind: 'lines', side: 'RIGHT', line: startLine };
}

/** The first line of something that is gone. */
function placeRemoved({ hunks }: ReviewedFile, range: Range): Place {
  const line = linesWithin(hunks, 'left', range)
    .flat()
    .find(({ kind }) => kind === 'removed');
  return line && { kind: 'lines', side: 'LEFT', line: line.left };
}

/** The removed line that was the protection: where it stood before, else what names one of the facts, else the only one. */
function placeTaken(
  { before }: FindingChange,
  { anchor, evidence }: Finding,
  files: ReviewedFiles,
  around: readonly HunkLine[],
): Place {
  const stood = before && files.of(before.anchor);
  const place = stood && stood.path === files.of(anchor)?.path ? placeRemoved(stood, before.anchor.range) : undefined;
  if (place !== undefined) return place;
  // A removed line counts to the line it stood above, so one of the first line is outside.
  const removed = around.filter(({ kind, right }) => kind === 'removed' && right > anchor.range.startLine);
  const names = Object.keys(evidence.facts).map((fact) => plainName(fact.split('.').at(-1) ?? ''));
  const named = removed.find(({ text }) => names.some((name) => name.length > 2 && plainName(text).includes(name)));
  const replaced = new Set(around.filter(({ kind }) => kind === 'added').map(({ right }) => right));
  const gone = removed.filter(({ right }) => !replaced.has(right));
  const line = named ?? (isOneRun(gone) ? gone[0] : undefined);
  return line && { kind: 'lines', side: 'LEFT', line: line.left };
}

function isOneRun(lines: readonly HunkLine[]): boolean {
  return lines.every((line, index) => line.left === (lines[0]?.left ?? 0) + index);
}

/** `SqsManagedSseEnabled` and `sqs_managed_sse_enabled` are the same name. */
function plainName(text: string): string {
  return text.replace(/[^a-z0-9]/gi, '').toLowerCase();
}
