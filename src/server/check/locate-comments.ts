/**
 * Review comments of a report without asking GitHub for its patches: from both texts of the files they stand in, which
 * the analysis has read already. Gives nothing where it is not certain that GitHub shows those lines.
 */
import type { Report } from '../../model/report.ts';
import type { TreeEntry } from '../../model/tree.ts';
import type { Review } from '../../reporters/conversation/review-of.ts';
import { diffTexts, type TextDifference } from '../../reporters/review-comments/diff-texts.ts';
import { isCertainPlace } from '../../reporters/review-comments/is-certain-place.ts';
import type { PatchedFile, ReviewComment } from '../../reporters/review-comments/review-comment.ts';
import type { ChangeSource, Snapshot } from '../../source/snapshot.ts';

/** Of a larger change GitHub leaves patches out: https://docs.github.com/en/repositories/creating-and-managing-repositories/repository-limits */
const MOST_FILES = 300;
const MOST_BYTES = 1024 * 1024;

interface ChangedFile {
  readonly path: string;
  readonly before: TreeEntry | undefined;
  readonly after: TreeEntry | undefined;
}

/** Undefined where GitHub has to be asked. Throws what the snapshots throw. */
export async function locateComments(
  report: Report,
  { before: [before, ...others], after }: Pick<ChangeSource, 'before' | 'after'>,
  review: Pick<Review, 'comments'>,
): Promise<readonly ReviewComment[] | undefined> {
  // Which of several merge bases GitHub takes is not known.
  if (before === undefined || others.length > 0) return undefined;
  const changed = changedFiles(await before.entries(), await after.entries());
  const bytes = changed.reduce((sum, file) => sum + (file.before?.size ?? 0) + (file.after?.size ?? 0), 0);
  const isKnown = before.problems().length === 0 && after.problems().length === 0;
  if (!isKnown || bytes > MOST_BYTES || changed.length > MOST_FILES || mayRename(changed)) return undefined;
  const wanted = pathsOf(report);
  const differences = new Map<string, TextDifference>();
  for (const file of changed.filter(({ path }) => wanted.has(path))) {
    const difference = await differenceOf(file, before, after);
    if (difference === undefined) return undefined;
    differences.set(file.path, difference);
  }
  const comments = review.comments(changed.map((file) => patchedFile(file, differences.get(file.path)?.patch)));
  const isCertain = ({ path, place }: ReviewComment): boolean => {
    const difference = differences.get(path);
    return difference !== undefined && isCertainPlace(place, difference);
  };
  return comments.every(isCertain) ? comments : undefined;
}

function changedFiles(before: readonly TreeEntry[], after: readonly TreeEntry[]): readonly ChangedFile[] {
  const old = new Map(before.map((entry) => [entry.path, entry]));
  const now = new Map(after.map((entry) => [entry.path, entry]));
  const isSame = (path: string): boolean => {
    const [left, right] = [old.get(path), now.get(path)];
    return left?.blob === right?.blob && left?.mode === right?.mode;
  };
  const paths = [...new Set([...old.keys(), ...now.keys()])].filter((path) => !isSame(path));
  return paths.map((path) => ({ path, before: old.get(path), after: now.get(path) }));
}

/** GitHub may show what came and what went as one file. */
function mayRename(changed: readonly ChangedFile[]): boolean {
  return changed.some(({ before }) => before === undefined) && changed.some(({ after }) => after === undefined);
}

/** Where comments may stand: at what blocks, where that stood before, at its fix. */
function pathsOf({ changes }: Report): ReadonlySet<string> {
  const paths = changes.flatMap((change) =>
    change.subject === 'finding' && change.blocks
      ? [change.before?.anchor.path, change.after?.anchor.path, change.patch?.path]
      : [],
  );
  return new Set(paths.filter((path) => path !== undefined));
}

async function differenceOf(file: ChangedFile, before: Snapshot, after: Snapshot): Promise<TextDifference | undefined> {
  const old = await textOf(file.before, before);
  const now = await textOf(file.after, after);
  return old === undefined || now === undefined ? undefined : diffTexts(old, now);
}

/** Of a file that is not there the empty text; undefined for anything but plain text. */
async function textOf(entry: TreeEntry | undefined, snapshot: Snapshot): Promise<string | undefined> {
  if (entry === undefined) return '';
  const isFile = entry.mode === 'file' || entry.mode === 'executable';
  const bytes = isFile && entry.pathNotUtf8 !== true ? (await snapshot.read([entry])).get(entry.blob) : undefined;
  if (bytes === undefined || bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function patchedFile({ path, before, after }: ChangedFile, patch: string | undefined): PatchedFile {
  const status = before === undefined ? 'added' : after === undefined ? 'removed' : 'modified';
  return { path, status, ...(patch === undefined ? {} : { patch }) };
}
