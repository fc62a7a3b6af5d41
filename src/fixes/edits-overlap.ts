/** Tells patches that cannot be applied together: they touch the same lines of one file. */
import type { Patch } from '../model/patch.ts';

/** True where some line is replaced by both. */
export function editsOverlap(one: Patch, other: Patch): boolean {
  if (one.path !== other.path) return false;
  return one.edits.some((edit) => {
    return other.edits.some(({ startLine, endLine }) => startLine <= edit.endLine && edit.startLine <= endLine);
  });
}
