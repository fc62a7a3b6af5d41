/**
 * A text of which not every part is known, as templates, `format` and `join` make it. May not decide what it says:
 * only whether it says everything without its unknown parts.
 */
import { reasonOfText } from '../../../dictionary/reason-of-text.ts';
import type { Origin, UnresolvedValue, Value } from '../../../model/value.ts';
import { findUnknown } from './find-unknown.ts';
import { gatherTraits } from './gather-traits.ts';
import { hasOwnText } from './has-own-text.ts';
import { makeScalar } from './make-scalar.ts';
import { makeUnresolved } from './make-unresolved.ts';
import { textPieces } from './text-pieces.ts';

/** Texts and values in order; neither prefix nor pieces where one of `used`, what all was made from, is secret. */
export function partlyKnownText(
  parts: readonly (string | Value)[],
  used: readonly Value[],
  origin: Origin,
): UnresolvedValue {
  const { assumptions, sensitive } = gatherTraits(used);
  const place = assumptions ? { ...origin, assumptions } : origin;
  const hole = parts.findIndex((part) => typeof part !== 'string');
  const part = parts[hole];
  const unknown = part === undefined || typeof part === 'string' ? undefined : findUnknown(part);
  const { reason, subject } = unknown ?? makeUnresolved('invalid-value', 'a template', origin);
  const pieces = textPieces(parts);
  return makeUnresolved(reasonOfText(pieces, reason), subject, place, {
    hasOwnText: parts.some((text) => hasOwnText(typeof text === 'string' ? makeScalar(text, origin) : text)),
    ...(sensitive
      ? {}
      : {
          knownPrefix: parts
            .slice(0, hole)
            .filter((text) => typeof text === 'string')
            .join(''),
          pieces,
        }),
  });
}
