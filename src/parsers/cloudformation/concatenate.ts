/**
 * Joins pieces of text as Fn::Sub and Fn::Join do. Where a piece is not known the whole is not known, but the text in
 * front of it is. A single piece that is a reference stays a reference. Finds dynamic references (`{{resolve:…}}`).
 */
import { reasonOfText } from '../../dictionary/reason-of-text.ts';
import type { DocumentNode } from '../../documents/document-node.ts';
import type { Assumption, ReferenceValue, ScalarValue, TextPiece, UnresolvedValue, Value } from '../../model/value.ts';
import type { Evaluator, IntrinsicCall } from './evaluator.ts';
import { scalarText } from './scalar-text.ts';

/** A text longer than this is not built: templates and values have limits far below it. */
const LONGEST_TEXT = 1_048_576;
/** Nothing that names something (an ARN, a URL) has more pieces or is longer. */
const MOST_PIECES = 40;
const LONGEST_NAME = 4_000;
const DYNAMIC = '{{resolve:';

type Piece = ScalarValue | ReferenceValue | UnresolvedValue;

/** The text of all pieces, an unresolved value with its known prefix, or the only piece itself. */
export function concatenate(evaluator: Evaluator, call: IntrinsicCall, pieces: readonly Value[]): Value {
  const usable = pieces.filter((piece) => isPiece(piece));
  if (usable.length !== pieces.length) return evaluator.invalid(call, `${call.name} joins something that is not text`);
  const [only] = usable;
  if (usable.length === 1 && only !== undefined && only.state !== 'known') return relocate(only, evaluator, call.node);
  const prefix = knownPrefix(usable);
  if (prefix === undefined) return tooLong(evaluator, call.node);
  if (!evaluator.spend(1 + (prefix.text.length >> 6), call.node)) return tooLong(evaluator, call.node);
  if (prefix.text.includes(DYNAMIC))
    return withPrefix(dynamicReference(shown(prefix.text, usable), evaluator, call.node), usable);
  if (prefix.stop === undefined) return knownText(prefix.text, usable, evaluator.originOf(call.node));
  const { reason, subject } = unknownPart(prefix.stop, usable);
  const parts = textPieces(usable);
  const unresolved = {
    ...evaluator.unresolved(call.node, reasonOfText(parts.pieces, reason), subject),
    ...parts,
    ...(usable.some(isOwn) ? { hasOwnText: true as const } : {}),
  };
  return withPrefix(prefix.text === '' ? unresolved : { ...unresolved, knownPrefix: prefix.text }, usable);
}

function isPiece(value: Value): value is Piece {
  return (
    value.state === 'unresolved' || value.state === 'reference' || (value.state === 'known' && value.type === 'scalar')
  );
}

function relocate(value: ReferenceValue | UnresolvedValue, evaluator: Evaluator, node: DocumentNode): Value {
  const origin = { ...value.origin, ...evaluator.originOf(node) };
  return value.state === 'unresolved' ? { ...value, mayBeAbsent: false, origin } : { ...value, origin };
}

/** Words of the template itself, for what may be cut out of the whole. */
function isOwn(piece: Piece): boolean {
  return piece.state === 'known' ? /[\p{L}\p{N}*?]/u.test(scalarText(piece)) : 'hasOwnText' in piece;
}

/** Text up to the first piece that is not known; undefined when it grows too long. Sensitive text ends it as well. */
function knownPrefix(pieces: readonly Piece[]): { text: string; stop?: Piece } | undefined {
  let text = '';
  for (const piece of pieces) {
    if (piece.state !== 'known') {
      const inner = piece.state === 'unresolved' ? (piece.knownPrefix ?? '') : '';
      return { text: text + inner, stop: piece };
    }
    text += scalarText(piece);
    if (text.length > LONGEST_TEXT) return undefined;
  }
  return { text };
}

/** Pieces in order, those of nested texts in their place; left out where the text is too long to name anything. */
function textPieces(usable: readonly Piece[]): { pieces?: readonly TextPiece[] } {
  if (usable.length > MOST_PIECES) return {};
  const pieces = usable.flatMap((piece): readonly TextPiece[] => {
    if (piece.state === 'known') return [{ text: scalarText(piece) }];
    if (piece.state === 'unresolved') return piece.pieces ?? [{ reason: piece.reason, subject: piece.subject }];
    return [{ reason: 'provider-computed', subject: subjectOf(piece) }];
  });
  const length = pieces.reduce((sum, piece) => sum + ('text' in piece ? piece.text.length : 0), 0);
  return pieces.length > MOST_PIECES || length > LONGEST_NAME ? {} : { pieces };
}

function subjectOf({ target, attribute }: ReferenceValue): string {
  return attribute === 'Ref' ? target : `${target}.${attribute}`;
}

/** An unknown of the outside says more than a reference inside the template, wherever it stands. */
function unknownPart(stop: Piece, pieces: readonly Piece[]): Pick<UnresolvedValue, 'reason' | 'subject'> {
  const unresolved = pieces.find((piece) => piece.state === 'unresolved');
  if (unresolved !== undefined) return { reason: unresolved.reason, subject: unresolved.subject };
  return { reason: 'provider-computed', subject: subjectOf(stop as ReferenceValue) };
}

function dynamicReference(text: string, evaluator: Evaluator, node: DocumentNode): UnresolvedValue {
  const at = text.indexOf(DYNAMIC);
  const end = text.indexOf('}}', at);
  const subject = end === -1 ? text.slice(at) : text.slice(at, end + 2);
  const unresolved = evaluator.unresolved(node, 'dynamic-reference', subject);
  return at === 0 ? unresolved : { ...unresolved, knownPrefix: text.slice(0, at) };
}

/** The reference alone where a sensitive piece stands in the text. */
function shown(text: string, pieces: readonly Piece[]): string {
  return pieces.some((piece) => piece.state === 'known' && piece.sensitive) ? `${DYNAMIC}…}}` : text;
}

function tooLong(evaluator: Evaluator, node: DocumentNode): UnresolvedValue {
  return evaluator.unresolved(node, 'budget-exceeded', 'text');
}

/** Carries the assumptions of the pieces; a prefix with a sensitive piece in it is not shown. */
function withPrefix(value: UnresolvedValue, pieces: readonly Piece[]): UnresolvedValue {
  const origin = { ...value.origin, ...assumptionsOf(pieces) };
  if (!pieces.some((piece) => piece.state === 'known' && piece.sensitive)) return { ...value, origin };
  const { knownPrefix: _, pieces: _pieces, ...rest } = value;
  return { ...rest, origin };
}

function knownText(text: string, pieces: readonly Piece[], place: Value['origin']): Value {
  const origin = { from: 'source' as const, ...place, ...assumptionsOf(pieces) };
  const sensitive = pieces.some((piece) => piece.state === 'known' && piece.sensitive);
  const scalar: ScalarValue = { state: 'known', type: 'scalar', value: text, origin };
  return sensitive ? { ...scalar, sensitive: true } : scalar;
}

function assumptionsOf(pieces: readonly Piece[]): { assumptions?: readonly Assumption[] } {
  const bySubject = new Map<string, Assumption>();
  for (const piece of pieces) {
    for (const assumption of piece.origin.assumptions ?? []) bySubject.set(assumption.subject, assumption);
  }
  return bySubject.size === 0 ? {} : { assumptions: [...bySubject.values()].slice(0, 20) };
}
