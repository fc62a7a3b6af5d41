/**
 * `yamlencode`: YAML text of a value byte for byte as Terraform writes it: block style, every text in double quotes or,
 * with line breaks, as a literal block, long texts folded at 80 columns. May not be used to write files of our own.
 */
import type { Value } from '../../../model/value.ts';
import { formatNumber } from '../values/format-number.ts';
import { toText } from '../values/to-text.ts';
import { writeYamlText } from './write-yaml-text.ts';

const MOST_CHARACTERS = 4_000_000;
const INDENT = 2;
/** Longer keys, and keys with line breaks, are written in a form of their own that nobody uses. */
const LONGEST_KEY = 128;

interface Writer {
  readonly parts: string[];
  length: number;
  /** Characters since the last line break. */
  column: number;
  /** A document that ends here needs `...` behind it. */
  isOpenEnded: boolean;
}

/** The text; undefined for a value that is not known in full, for odd keys, and beyond 4,000,000 characters. */
export function encodeYaml(value: Value): string | undefined {
  const to: Writer = { parts: [], length: 0, column: 0, isOpenEnded: false };
  if (!write(value, -1, to, 'root')) return undefined;
  if (to.column > 0) put('\n', to);
  if (to.isOpenEnded) put('...\n', to);
  return to.length > MOST_CHARACTERS ? undefined : to.parts.join('');
}

type Place = 'root' | 'item' | 'entry';

/** @param indent of the collection the value stands in; -1 at the root */
function write(value: Value, indent: number, to: Writer, place: Place): boolean {
  if (to.length > MOST_CHARACTERS) return false;
  if (value.state === 'null' || value.state === 'absent') return writePlain('null', to, place);
  if (value.state !== 'known') return false;
  if (value.type === 'scalar' || value.encoded) return writeScalar(value, indent, to, place);
  if (value.openEnded) return false;
  if (value.type === 'map') return writeMap([...value.entries], indent + INDENT, to, place);
  if (value.items.some(({ presence }) => presence !== 'yes')) return false;
  const items = value.items.map((item) => item.value);
  // A list below a key stands at the indentation of the key.
  return writeList(items, place === 'entry' ? indent : indent + INDENT, to, place);
}

function writeList(items: readonly Value[], indent: number, to: Writer, place: Place): boolean {
  if (items.length === 0) return writeBracket('[]', to, place);
  const own = place === 'root' ? 0 : indent;
  return items.every((item, at) => {
    startLine(own, at, to, place);
    put('-', to);
    to.isOpenEnded = false;
    return write(item, own, to, 'item');
  });
}

function writeMap(entries: readonly [string, Value][], indent: number, to: Writer, place: Place): boolean {
  if (entries.length === 0) return writeBracket('{}', to, place);
  const own = place === 'root' ? 0 : indent;
  return entries.every(([key, value], at) => {
    if (Buffer.byteLength(key) > LONGEST_KEY || /[\n\r\u0085\u2028\u2029]/.test(key)) return false;
    startLine(own, at, to, place);
    put(writeYamlText(key, { indent: own, column: to.column, isKey: true }).text, to);
    put(':', to);
    to.isOpenEnded = false;
    return write(value, own, to, 'entry');
  });
}

/** The first part of a collection inside a list goes on the line of the dash. */
function startLine(indent: number, at: number, to: Writer, place: Place): void {
  if (at === 0 && place === 'item') {
    put(' ', to);
    return;
  }
  if (to.column > 0) put('\n', to);
  put(' '.repeat(indent), to);
}

function writeScalar(value: Value, indent: number, to: Writer, place: Place): boolean {
  if (value.state === 'known' && value.type === 'scalar' && typeof value.value !== 'string') {
    return writePlain(typeof value.value === 'number' ? formatNumber(value.value) : String(value.value), to, place);
  }
  const text = toText(value);
  if (text === undefined) return false;
  const inner = indent + (indent < 0 ? 1 + INDENT : INDENT);
  space(to, place);
  const written = writeYamlText(text, { indent: inner, column: to.column, isKey: false });
  put(written.text, to);
  to.isOpenEnded = written.isOpenEnded;
  return true;
}

function writePlain(text: string, to: Writer, place: Place): boolean {
  space(to, place);
  put(text, to);
  to.isOpenEnded = place === 'root';
  return true;
}

function writeBracket(text: string, to: Writer, place: Place): boolean {
  space(to, place);
  put(text, to);
  to.isOpenEnded = false;
  return true;
}

function space(to: Writer, place: Place): void {
  if (place !== 'root') put(' ', to);
}

function put(text: string, to: Writer): void {
  to.parts.push(text);
  to.length += text.length;
  const lineBreak = text.lastIndexOf('\n');
  to.column = lineBreak < 0 ? to.column + [...text].length : [...text.slice(lineBreak + 1)].length;
}
