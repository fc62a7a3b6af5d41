/** The assumptions a result rests on: those of the values that decided, of what they lie in, and of what lies in them. */
import type { Assumption, Origin } from '../../model/value.ts';
import { VALUE_DEPTH } from '../cel/frame.ts';
import type { CelValue } from '../cel/operand.ts';
import type { Read } from '../cel/trace.ts';

/** Distinct, sorted by subject. */
export function findAssumptions(reads: readonly Read[]): readonly Assumption[] {
  const found = new Map<string, Assumption>();
  for (const read of reads) {
    collect(read.value, found, 0);
    for (let at = read.parent; at !== undefined; at = at.parent) addAll(originOf(at.value), found);
  }
  return [...found.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, assumption]) => assumption);
}

function originOf(value: CelValue): Origin | undefined {
  return value.state === 'error' ? undefined : value.origin;
}

function addAll(origin: Origin | undefined, found: Map<string, Assumption>): void {
  for (const assumption of origin?.assumptions ?? []) {
    found.set(`${assumption.subject}\0${assumption.kind}\0${assumption.value ?? ''}`, assumption);
  }
}

function collect(value: CelValue, found: Map<string, Assumption>, depth: number): void {
  addAll(originOf(value), found);
  if (value.state !== 'known' || value.type === 'scalar' || depth > VALUE_DEPTH) return;
  if (value.type === 'list') for (const item of value.items) collect(item.value, found, depth + 1);
  else for (const entry of value.entries.values()) collect(entry, found, depth + 1);
}
