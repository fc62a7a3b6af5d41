/** The reads of a result without repetition: an expression over a list may read the same property for every element. */
import type { Read } from '../cel/trace.ts';

/** The first read of every path, in order. Paths from computed values are told apart by the value they start from. */
export function distinctReads(reads: readonly Read[]): readonly Read[] {
  const starts = new Map<Read, number>();
  const found = new Map<string, Read>();
  for (const read of reads) {
    const key = keyOf(read, starts);
    if (!found.has(key)) found.set(key, read);
  }
  return [...found.values()];
}

function keyOf(read: Read, starts: Map<Read, number>): string {
  const steps: string[] = [];
  let at = read;
  while (at.root === undefined && at.parent !== undefined) {
    steps.push(typeof at.segment === 'number' ? `#${at.segment}` : JSON.stringify(at.segment));
    at = at.parent;
  }
  if (at.root !== undefined) return `${at.root}:${steps.join('<')}`;
  const start = starts.get(at) ?? starts.size;
  starts.set(at, start);
  return `${start}:${steps.join('<')}`;
}
