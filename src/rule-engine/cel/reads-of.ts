/** Flattens a trace into its reads; done once, when a rule has been decided. */
import type { Join, Leaf, Read, Trace } from './trace.ts';

/** The reads of a trace, each once, in order. Iterative: a trace may be as deep as the budget allows. */
export function readsOf(trace: Trace): readonly Read[] {
  const reads = new Set<Read>();
  const seen = new Set<Join>();
  const stack: (Leaf | Join)[] = trace === undefined ? [] : [trace];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('read' in node) reads.add(node.read);
    else if (!seen.has(node)) {
      seen.add(node);
      stack.push(node.right, node.left);
    }
  }
  return [...reads];
}
