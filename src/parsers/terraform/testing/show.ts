/**
 * Tests only: a short form of evaluated values. May not be imported by product code.
 */
import type { Value } from '../../../model/value.ts';

/**
 * A value as JSON that reads well: references are `<target.attribute>`, unknowns `?reason subject`, elements that may
 * be missing `{ maybe: … }`, open lists and maps end in `...`.
 */
export function show(value: Value | undefined): unknown {
  if (value === undefined || value.state === 'absent') return undefined;
  if (value.state === 'null') return null;
  if (value.state === 'reference') return `<${value.target}.${value.attribute}>`;
  if (value.state === 'unresolved') {
    return `?${value.reason} ${value.subject}${value.knownPrefix === undefined ? '' : ` after ${value.knownPrefix}`}`;
  }
  if (value.type === 'scalar') return value.value;
  if (value.type === 'list') {
    const items = value.items.map((item) => (item.presence === 'yes' ? show(item.value) : { maybe: show(item.value) }));
    return value.openEnded ? [...items, '...'] : items;
  }
  const entries = [...value.entries].map(([key, nested]) => [key, show(nested)] as const);
  return Object.fromEntries(value.openEnded ? [...entries, ['...', true] as const] : entries);
}
