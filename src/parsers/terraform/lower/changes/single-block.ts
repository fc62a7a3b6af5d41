/** Change of an attribute: a block that may be written once. Keeps unknown values unknown; knows no resource type. */
import type { Origin, Value } from '../../../../model/value.ts';

/**
 * The map of a block that may be written once. A list of blocks of which one is certain gives that one; a block under
 * an unknown condition is unresolved and may be absent.
 */
export function singleBlock(value: Value): Value {
  if (value.state !== 'known' || value.type !== 'list') return value;
  const certain = value.items.filter((item) => item.presence === 'yes');
  const [first] = certain;
  if (certain.length === 1 && first) return first.value;
  if (certain.length > 1) return unresolvedBlock(value.origin, 'invalid-value', false);
  if (value.items.length === 0 && !value.openEnded) return { state: 'absent', origin: value.origin };
  return unresolvedBlock(value.origin, 'unknown-condition', true);
}

function unresolvedBlock(origin: Origin, reason: 'invalid-value' | 'unknown-condition', mayBeAbsent: boolean): Value {
  return { state: 'unresolved', reason, subject: 'block', mayBeAbsent, origin };
}
