/**
 * Reuse of an evaluation across the two sides of one run: allowed only when everything it looked at, misses and
 * listings included, is the same in this tree. DESIGN, "Incremental and reproducible".
 */
import type { TreeRead, TreeReader } from '../model/tree.ts';
import type { EvaluatedUnit } from '../model/unit.ts';

/** True when every recorded read of the unit gives the same answer here. A unit without reads is never reused. */
export function isReusableHere(unit: EvaluatedUnit, reader: TreeReader): boolean {
  return unit.reads.length > 0 && unit.reads.every((read) => holdsHere(read, reader));
}

/** A link answers with its target, so it never compares equal: a unit behind links is evaluated again. */
function holdsHere(read: TreeRead, reader: TreeReader): boolean {
  if (read.type === 'listing') return isEqualList(reader.list(read.path), read.entries);
  const result = reader.read(read.path);
  if (read.type === 'missing') return result.status === 'missing';
  return result.status === 'text' && result.entry.blob === read.blob && result.entry.mode === read.mode;
}

function isEqualList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}
