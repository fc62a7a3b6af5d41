/** What can be said about a part of a value that is not known: the same reason, and that it may not be there. */
import type { ReferenceValue, UnresolvedValue } from '../../model/value.ts';
import { unresolvedBecause } from './unresolved-because.ts';

/** A field or element inside an unresolved value or another resource's attribute. */
export function insideOf(value: ReferenceValue | UnresolvedValue): UnresolvedValue {
  if (value.state === 'reference') {
    const subject = value.attribute === '' ? value.target : `${value.target}.${value.attribute}`;
    return { ...unresolvedBecause('provider-computed', subject, value.origin), mayBeAbsent: true };
  }
  // Without the known beginning: it is the text of the whole, not of the part.
  const { reason, subject, origin } = value;
  return { state: 'unresolved', reason, subject, mayBeAbsent: true, origin };
}
