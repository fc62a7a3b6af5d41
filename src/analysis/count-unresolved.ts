/** The histogram of unknowns, for the receipt. Walks values with a list, because nesting is the author's choice. */
import type { Resource } from '../model/resource.ts';
import type { UnresolvedReason, Value } from '../model/value.ts';

/** Unresolved values below the properties of all resources, by reason, sorted by reason. */
export function countUnresolved(resources: readonly Resource[]): Partial<Record<UnresolvedReason, number>> {
  const counts = new Map<UnresolvedReason, number>();
  const pending: Value[] = resources.flatMap((resource) => [...resource.properties.values()]);
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (value.state === 'unresolved') counts.set(value.reason, (counts.get(value.reason) ?? 0) + 1);
    if (value.state !== 'known' || value.type === 'scalar') continue;
    if (value.openEnded) pending.push(value.openEnded);
    if (value.type === 'list') for (const item of value.items) pending.push(item.value);
    else for (const entry of value.entries.values()) pending.push(entry);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
