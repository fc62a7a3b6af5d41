/**
 * JSON written as a template (`policy = <<EOF { … "${aws_sqs_queue.q.arn}" … } EOF`) with parts that are not known:
 * keeps the document's structure and makes only those strings unresolved. Decides nothing about what they contain.
 */
import { reasonOfText } from '../../../dictionary/reason-of-text.ts';
import type { Origin, Value } from '../../../model/value.ts';
import { findUnknown } from '../values/find-unknown.ts';
import { makeMap } from '../values/make-map.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { readJson } from '../values/read-json.ts';
import { textPieces } from '../values/text-pieces.ts';

/** Private-use characters around the number of a hole; text that has them already is left alone. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

/** The document, encoded as JSON, or undefined where the text around the holes is none. */
export function readJsonTemplate(
  pieces: readonly (string | Value)[],
  origin: Origin,
  maxDepth: number,
): Value | undefined {
  const [first] = pieces;
  const start = typeof first === 'string' ? first.trimStart()[0] : undefined;
  if (start !== '{' && start !== '[') return undefined;
  const holes: Value[] = [];
  let text = '';
  let inString = false;
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      if (piece.includes(OPEN) || piece.includes(CLOSE)) return undefined;
      inString = endsInString(piece, inString);
      text += piece;
    } else {
      const mark = `${OPEN}${holes.push(piece) - 1}${CLOSE}`;
      text += inString ? mark : `"${mark}"`;
    }
  }
  const document = readJson(text, origin, maxDepth);
  if (document?.state !== 'known' || document.type === 'scalar') return undefined;
  return { ...document, ...fill(document, holes), origin, encoded: 'json' } as Value;
}

function endsInString(piece: string, startsInString: boolean): boolean {
  let inString = startsInString;
  for (let at = 0; at < piece.length; at += 1) {
    const character = piece[at];
    if (character === '"') inString = !inString;
    else if (character === '\\' && inString) at += 1;
  }
  return inString;
}

function fill(value: Value, holes: readonly Value[]): Value {
  if (value.state !== 'known') return value;
  if (value.type === 'list') {
    return { ...value, items: value.items.map((item) => ({ ...item, value: fill(item.value, holes) })) };
  }
  if (value.type === 'scalar') return typeof value.value === 'string' ? fillText(value.value, holes, value) : value;
  const open = [...value.entries.keys()].find((key) => key.includes(OPEN));
  const entries = [...value.entries].filter(([key]) => !key.includes(OPEN));
  const filled = entries.map(([key, nested]) => [key, fill(nested, holes)] as const);
  const unknown = open === undefined ? undefined : makeUnresolved('unknown-key', 'a key', value.origin);
  return makeMap(filled, value.origin, unknown);
}

function fillText(text: string, holes: readonly Value[], value: Value): Value {
  const at = text.indexOf(OPEN);
  if (at === -1) return value;
  const end = text.indexOf(CLOSE, at);
  const hole = holes[Number(text.slice(at + 1, end))];
  const origin = { ...(value.origin ?? { from: 'computed' as const }), text: readable(text, holes).slice(0, 200) };
  if (hole === undefined) return makeUnresolved('invalid-value', 'a template', origin);
  if (at === 0 && end === text.length - 1) return withoutEncoding(hole);
  const { reason, subject } = findUnknown(hole) ?? makeUnresolved('invalid-value', 'a template', origin);
  const pieces = textPieces(partsOf(text, holes));
  return makeUnresolved(reasonOfText(pieces, reason), subject, origin, { knownPrefix: text.slice(0, at), pieces });
}

/** The text with its holes as values again. */
function partsOf(text: string, holes: readonly Value[]): readonly (string | Value)[] {
  const [head = '', ...rest] = text.split(OPEN);
  const parts = rest.flatMap((part): readonly (string | Value)[] => {
    const end = part.indexOf(CLOSE);
    const hole = holes[Number(part.slice(0, end))];
    return [...(hole === undefined ? [] : [hole]), part.slice(end + 1)];
  });
  return [head, ...parts].filter((part) => part !== '');
}

/** `jsonencode(list)` in the place of a value is that list. */
function withoutEncoding(value: Value): Value {
  if (value.state !== 'known' || value.type === 'scalar') return value;
  const { encoded: _text, ...decoded } = value;
  return decoded;
}

/** The text with its holes as Terraform would show them. */
function readable(text: string, holes: readonly Value[]): string {
  const [head = '', ...rest] = text.split(OPEN);
  const parts = rest.map((part) => {
    const end = part.indexOf(CLOSE);
    const hole = holes[Number(part.slice(0, end))];
    const subject = (hole && findUnknown(hole)?.subject) ?? '?';
    return `\${${subject}}${part.slice(end + 1)}`;
  });
  return head + parts.join('');
}
