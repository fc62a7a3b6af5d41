/** What the before side, once analysed, lends to the analysis of the head. */
import type { Analysis } from '../model/analysis.ts';
import type { EvaluatedUnit } from '../model/unit.ts';

export interface KnownSide {
  /** Path in this tree to the format the other side read the same file as. */
  readonly formats: ReadonlyMap<string, string>;
  /** Its units, for reuse where every read is the same here. */
  readonly units: readonly EvaluatedUnit[];
}

/** @param renames path in the head to path before; other paths stand for themselves */
export function knownSide(before: Analysis | undefined, renames: ReadonlyMap<string, string>): KnownSide {
  const formats = new Map<string, string>(before?.understood);
  for (const [to, from] of renames) {
    const format = before?.understood.get(from);
    if (format !== undefined) formats.set(to, format);
  }
  return { formats, units: before?.units ?? [] };
}
