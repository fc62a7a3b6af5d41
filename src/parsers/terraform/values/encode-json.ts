/**
 * JSON text of a value, as Terraform's `jsonencode` writes it (sorted keys, `<`, `>` and `&` escaped). Gives nothing
 * where a part is not known, because a half-known document has no text, and for documents that are too large.
 */
import type { ListValue, MapValue, Value } from '../../../model/value.ts';
import { formatNumber } from './format-number.ts';

const MOST_CHARACTERS = 4_000_000;

interface Writer {
  readonly parts: string[];
  length: number;
}

/** The text, or undefined when the value is not known in full or its text is longer than 4,000,000 characters. */
export function encodeJson(value: Value): string | undefined {
  const writer: Writer = { parts: [], length: 0 };
  return write(value, writer) ? writer.parts.join('') : undefined;
}

function write(value: Value, to: Writer): boolean {
  if (value.state === 'null' || value.state === 'absent') return put('null', to);
  if (value.state !== 'known') return false;
  if (value.type === 'scalar') return put(encodeScalar(value.value), to);
  if (value.openEnded) return false;
  return value.type === 'list' ? writeList(value, to) : writeMap(value, to);
}

function writeList({ items }: ListValue, to: Writer): boolean {
  put('[', to);
  for (const [at, { presence, value }] of items.entries()) {
    if (at > 0) put(',', to);
    if (presence !== 'yes' || !writeNested(value, to)) return false;
  }
  return put(']', to);
}

function writeMap({ entries }: MapValue, to: Writer): boolean {
  put('{', to);
  let separator = '';
  for (const [key, value] of entries) {
    put(`${separator}${encodeScalar(key)}:`, to);
    if (!writeNested(value, to)) return false;
    separator = ',';
  }
  return put('}', to);
}

/** A document inside a document is a string in it. */
function writeNested(value: Value, to: Writer): boolean {
  const isDocument = value.state === 'known' && value.type !== 'scalar' && value.encoded === 'json';
  if (!isDocument) return write(value, to);
  const text = encodeJson(value);
  return text !== undefined && put(encodeScalar(text), to);
}

function put(text: string, to: Writer): boolean {
  to.parts.push(text);
  to.length += text.length;
  return to.length <= MOST_CHARACTERS;
}

function encodeScalar(value: string | number | boolean): string {
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return String(value);
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
