/** The pieces of a text that is known in part. The caller leaves them out where one is secret. */
import type { TextPiece, Value } from '../../../model/value.ts';
import { findUnknown } from './find-unknown.ts';

/** Nothing that names something (an ARN, a URL) has more. */
const MOST_PIECES = 40;
const MOST_CHARACTERS = 4_000;

/** Texts and unknown values in order; undefined for a text too long to name anything. */
export function textPieces(parts: readonly (string | Value)[]): readonly TextPiece[] | undefined {
  if (parts.length > MOST_PIECES * 2) return undefined;
  const pieces: TextPiece[] = [];
  let length = 0;
  for (const part of parts) {
    if (typeof part === 'string') {
      pieces.push({ text: part });
      length += part.length;
      continue;
    }
    const unknown = findUnknown(part);
    if (unknown === undefined) return undefined;
    for (const piece of unknown.pieces ?? [{ reason: unknown.reason, subject: unknown.subject }]) pieces.push(piece);
  }
  return pieces.length > MOST_PIECES || length > MOST_CHARACTERS ? undefined : pieces;
}
