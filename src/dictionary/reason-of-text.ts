/**
 * Why a text that is known in part counts as not known. `"*${x}"` is `*` where x is empty, and many attributes are:
 * a text that says everything without its unknown parts is its author's doing.
 */
import type { TextPiece, UnresolvedReason } from '../model/value.ts';
import { isOrdinary } from './is-ordinary.ts';

/** All that is left where the unknown parts are empty: everybody, everything, every address. */
const EVERYTHING = /^(?:[*?:]*\*[*?:]*|0\.0\.0\.0\/?0?|::\/?0?|\/0+)$/;
/** Complete without the unknown part behind it. */
const COMPLETE = /(?:\*|\/0|^0\.0\.0\.0\/?|^::\/?|AdministratorAccess)$/;
/** Attributes that are never empty, and whole resources. */
const NEVER_EMPTY = /(?:arn|id|name|bucket|url|number|^[^.]*)$/i;

/** The reason for the whole: that of its gravest part, or `derived-value` where it is complete without them. */
export function reasonOfText(pieces: readonly TextPiece[] | undefined, reason: UnresolvedReason): UnresolvedReason {
  if (!isOrdinary(reason) || pieces === undefined) return reason;
  const grave = pieces.find((piece) => 'reason' in piece && !isOrdinary(piece.reason));
  if (grave && 'reason' in grave) return grave.reason;
  const last = pieces.at(-1);
  const beforeLast = pieces.at(-2);
  const endsOpen = last !== undefined && 'reason' in last && beforeLast !== undefined && 'text' in beforeLast;
  if (endsOpen && COMPLETE.test(beforeLast.text)) return 'derived-value';
  return EVERYTHING.test(pieces.map(atLeast).join('')) ? 'derived-value' : reason;
}

/** The least a part can be. Of a variable without a value somebody is asked. */
function atLeast(piece: TextPiece): string {
  if ('text' in piece) return piece.text;
  if (piece.reason === 'variable-without-value' || piece.reason === 'supplied-outside') return '~';
  const isName = piece.reason === 'provider-computed' || piece.reason === 'pseudo-parameter';
  return isName && NEVER_EMPTY.test(piece.subject) ? '~' : '';
}
