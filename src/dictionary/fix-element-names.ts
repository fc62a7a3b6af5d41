/** Element names of IAM policies are case sensitive; this is where others are found. May not drop a key. */
import type { MapValue, Value } from '../model/value.ts';
import { clip } from './clip.ts';
import type { PolicyContext } from './policy-context.ts';
import { problemAt } from './problem-at.ts';
import { unresolved } from './unresolved.ts';

/**
 * Entries of an object with the element names checked. An element in other case (`effect`) is not that element for AWS:
 * it is reported and the real one becomes unresolved. Other names are reported as notes; all keys are kept.
 */
export function fixElementNames(map: MapValue, names: readonly string[], context: PolicyContext): Map<string, Value> {
  const entries = new Map<string, Value>();
  for (const [key, value] of map.entries) {
    if (value.state !== 'null' && value.state !== 'absent') entries.set(key, value);
  }
  for (const [key, value] of [...entries]) {
    if (names.includes(key)) continue;
    const meant = names.find((name) => name.toLowerCase() === key.toLowerCase());
    const origin = value.origin ?? map.origin;
    const message = meant ? `"${key}" must be written "${meant}"` : `"${clip(key)}" is not an element of a policy`;
    const effect = meant ? 'not-evaluated' : 'note';
    context.problems.push(problemAt(origin, 'invalid-policy-document', effect, message));
    if (meant !== undefined && !entries.has(meant)) entries.set(meant, unresolved('invalid-value', meant, origin));
  }
  return entries;
}
