/** Makes the value of something that is certainly there and cannot be known. May not decide why. */
import type { Origin, UnresolvedReason, UnresolvedValue } from '../model/value.ts';
import { clip } from './clip.ts';

/** An unresolved value that is certainly there. */
export function unresolved(reason: UnresolvedReason, subject: string, origin: Origin): UnresolvedValue {
  return { state: 'unresolved', reason, subject: clip(subject), mayBeAbsent: false, origin };
}
