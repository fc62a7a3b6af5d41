/**
 * Finds the best common ancestors of two commits, as `git merge-base --all`: several where histories criss-cross, none
 * where they are unrelated. Reads commits only.
 */
import type { GitObjects } from './git-objects.ts';

export function mergeBases(objects: GitObjects, one: string, other: string): readonly string[] {
  const ofOther = new Set(objects.history(other));
  const shared = objects.history(one).filter((oid) => ofOther.has(oid));
  const surpassed = new Set(
    shared.flatMap((oid) => (objects.commit(oid)?.parents ?? []).flatMap((parent) => objects.history(parent))),
  );
  return shared.filter((oid) => !surpassed.has(oid));
}
