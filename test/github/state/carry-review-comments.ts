/**
 * Moves review comments to a new head, as GitHub does: the line follows its content, and a comment whose line is gone
 * from the pull request's difference is outdated (line and position null). Touches nothing but the comments.
 */
import { diffArrays } from 'diff';
import { compareTrees } from '../git/compare-trees.ts';
import { type DiffLine, diffLines } from '../git/diff-lines.ts';
import type { GitObjects } from '../git/git-objects.ts';
import { mergeBases } from '../git/merge-bases.ts';
import type { Pull, ReviewComment } from './state.ts';

export function carryReviewComments(objects: GitObjects, pull: Pull, previous: string): void {
  if (pull.reviewComments.length === 0) return;
  const shown = linesOfPull(objects, pull);
  for (const comment of pull.reviewComments) {
    comment.commit = pull.head.sha;
    if (comment.line === null) continue;
    const moved = comment.side === 'LEFT' ? comment.line : movedLine(objects, comment, previous, pull.head.sha);
    const place = shown.get(comment.path)?.find((each) => each.side === comment.side && each.line === moved);
    const shift = place ? place.line - comment.line : 0;
    comment.startLine = place && comment.startLine !== null ? comment.startLine + shift : null;
    comment.line = place?.line ?? null;
    comment.position = place?.position ?? null;
  }
}

/** The lines a pull request shows, by path. */
export function linesOfPull(objects: GitObjects, pull: Pull): ReadonlyMap<string, readonly DiffLine[]> {
  const base = mergeBases(objects, pull.base.sha, pull.head.sha)[0];
  const tree = (oid: string | undefined): string => objects.commit(oid ?? '')?.tree ?? '';
  const files = compareTrees(objects, tree(base), tree(pull.head.sha));
  return new Map(files.map((file) => [file.path, diffLines(file.patch ?? '')]));
}

/** Where the line of one commit is in another; undefined where it was changed or removed. */
function movedLine(objects: GitObjects, comment: ReviewComment, from: string, to: string): number | undefined {
  const [before, after] = [linesOfFile(objects, from, comment.path), linesOfFile(objects, to, comment.path)];
  let [left, right] = [1, 1];
  for (const part of diffArrays(before, after)) {
    const count = part.count;
    const here = comment.line !== null && comment.line >= left && comment.line < left + count && !part.added;
    if (here) return part.removed ? undefined : right + ((comment.line ?? 0) - left);
    if (!part.added) left += count;
    if (!part.removed) right += count;
  }
  return undefined;
}

function linesOfFile(objects: GitObjects, commit: string, path: string): string[] {
  const file = objects.listFiles(objects.commit(commit)?.tree ?? '').get(path);
  const content = file && objects.blob(file.oid);
  return content ? Buffer.from(content).toString('utf8').split('\n') : [];
}
