/**
 * Builds unresolved values. May not report Problems: many unknowns are normal (a data source, a remote state).
 */
import type { Origin, TextPiece, UnresolvedReason, UnresolvedValue } from '../../../model/value.ts';

const SUBJECT_LENGTH = 200;

export interface UnresolvedOptions {
  readonly mayBeAbsent?: boolean;
  readonly knownPrefix?: string;
  readonly pieces?: readonly TextPiece[] | undefined;
  readonly hasOwnText?: boolean;
  readonly fromComputed?: boolean;
}

/** An unknown with its reason; the subject is clipped because it comes from the pull request. */
export function makeUnresolved(
  reason: UnresolvedReason,
  subject: string,
  origin: Origin,
  options: UnresolvedOptions = {},
): UnresolvedValue {
  return {
    state: 'unresolved',
    reason,
    subject: subject.length > SUBJECT_LENGTH ? subject.slice(0, SUBJECT_LENGTH) : subject,
    mayBeAbsent: options.mayBeAbsent ?? false,
    ...(options.knownPrefix ? { knownPrefix: options.knownPrefix } : {}),
    ...(options.pieces ? { pieces: options.pieces } : {}),
    ...(options.hasOwnText ? { hasOwnText: true } : {}),
    ...(options.fromComputed ? { fromComputed: true } : {}),
    origin,
  };
}
