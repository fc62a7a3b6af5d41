/**
 * A text as far as it is known: each unknown part is one `HOLE`, or `~` where it is certainly a name.
 * For functions that decide by what stands around it.
 */
import type { TextPiece, UnresolvedReason } from '../../model/value.ts';
import type { CelValue } from '../cel/operand.ts';

/** Stands for text of any length; one in the source counts as unknown too, which is the safe side. */
export const HOLE = '\0';

/** What AWS computes is an id, a name or an ARN: unknown, but never a pattern. */
const NAMES: ReadonlySet<UnresolvedReason> = new Set<UnresolvedReason>(['provider-computed', 'pseudo-parameter']);
const SOME_NAME = '~';

/** Text of an unresolved value, or nothing but a hole; references are the business of the caller. */
export function textWithHoles(value: CelValue): string {
  if (value.state !== 'unresolved') return HOLE;
  if (value.pieces !== undefined) return value.pieces.map(textOf).join('');
  return `${value.knownPrefix ?? ''}${HOLE}`;
}

function textOf(piece: TextPiece): string {
  if ('text' in piece) return piece.text;
  return NAMES.has(piece.reason) ? SOME_NAME : HOLE;
}
