/**
 * Whether text its author wrote is part of a value, so that cutting it may leave just that. Punctuation does not
 * count: `trimsuffix("${x.name}.", ".")` is a name.
 */
import type { Value } from '../../../model/value.ts';

/** Letters, digits and what patterns are made of. */
const WORDY = /[\p{L}\p{N}*?]/u;
const MOST_VISITED = 10_000;

/** True where it is or where the value is too large to look through. */
export function hasOwnText(value: Value): boolean {
  const open: Value[] = [value];
  let visited = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    visited += 1;
    if (visited + open.length > MOST_VISITED || isOwn(next)) return true;
    if (next.state !== 'known' || next.type === 'scalar') continue;
    const inner = next.type === 'map' ? next.entries.values() : next.items.map((item) => item.value);
    for (const value of inner) open.push(value);
    if (next.openEnded) open.push(next.openEnded);
  }
  return false;
}

function isOwn(value: Value): boolean {
  if (value.state === 'unresolved') return value.hasOwnText === true || WORDY.test(value.knownPrefix ?? '');
  return value.state === 'known' && value.type === 'scalar' && WORDY.test(String(value.value));
}
