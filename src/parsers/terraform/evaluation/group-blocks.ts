/**
 * Nested blocks by the name they will have in the value: a `dynamic "ingress"` is an `ingress`.
 */
import type { SourceBlock, SourceBody } from '../configuration/module-configuration.ts';

/** Blocks by type, in source order. */
export function groupBlocks(body: SourceBody): ReadonlyMap<string, readonly SourceBlock[]> {
  const groups = new Map<string, SourceBlock[]>();
  for (const block of body.blocks) {
    const name = block.name === 'dynamic' ? (block.labels[0]?.value ?? '') : block.name;
    const group = groups.get(name);
    if (group) group.push(block);
    else groups.set(name, [block]);
  }
  return groups;
}
