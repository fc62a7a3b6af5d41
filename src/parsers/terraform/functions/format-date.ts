/**
 * `formatdate` (https://developer.hashicorp.com/terraform/language/functions/formatdate): letters are fields, quoted
 * text and everything else stands for itself.
 */
import type { Timestamp } from './parse-timestamp.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** The text; undefined for a field that does not exist or a quote that is not closed. */
export function formatDate(format: string, { instant, offset }: Timestamp): string | undefined {
  const local = new Date(Number(instant / 1_000_000n) + offset * 60_000);
  let text = '';
  for (let at = 0; at < format.length; ) {
    const piece = nextPiece(format, at);
    if (piece === undefined) return undefined;
    const written = piece.field === undefined ? piece.text : writeField(piece.field, local, offset);
    if (written === undefined) return undefined;
    text += written;
    at = piece.end;
  }
  return text;
}

interface Piece {
  readonly field?: string;
  readonly text: string;
  readonly end: number;
}

function nextPiece(format: string, at: number): Piece | undefined {
  const first = format[at] ?? '';
  if (first === "'") return quotedPiece(format, at + 1);
  if (!/[A-Za-z]/.test(first)) return { text: first, end: at + 1 };
  let end = at + 1;
  while (format[end] === first) end += 1;
  return { field: format.slice(at, end), text: '', end };
}

/** Two quotes inside a quoted text are one. */
function quotedPiece(format: string, start: number): Piece | undefined {
  let text = '';
  for (let at = start; at < format.length; at += 1) {
    if (format[at] !== "'") text += format[at] ?? '';
    else if (format[at + 1] === "'") {
      text += "'";
      at += 1;
    } else return { text, end: at + 1 };
  }
  return undefined;
}

function writeField(field: string, local: Date, offset: number): string | undefined {
  const hour = local.getUTCHours();
  switch (field) {
    case 'YY':
      return pad(local.getUTCFullYear() % 100);
    case 'YYYY':
      return String(local.getUTCFullYear()).padStart(4, '0');
    case 'M':
    case 'MM':
      return number(field, local.getUTCMonth() + 1);
    case 'MMM':
      return MONTHS[local.getUTCMonth()]?.slice(0, 3);
    case 'MMMM':
      return MONTHS[local.getUTCMonth()];
    case 'D':
    case 'DD':
      return number(field, local.getUTCDate());
    case 'EEE':
      return DAYS[local.getUTCDay()]?.slice(0, 3);
    case 'EEEE':
      return DAYS[local.getUTCDay()];
    case 'h':
    case 'hh':
      return number(field, hour);
    case 'H':
    case 'HH':
      return number(field, hour % 12 === 0 ? 12 : hour % 12);
    case 'AA':
      return hour < 12 ? 'AM' : 'PM';
    case 'aa':
      return hour < 12 ? 'am' : 'pm';
    case 'm':
    case 'mm':
      return number(field, local.getUTCMinutes());
    case 's':
    case 'ss':
      return number(field, local.getUTCSeconds());
    default:
      return writeZone(field, offset);
  }
}

function writeZone(field: string, offset: number): string | undefined {
  const colon = field === 'Z' || field === 'ZZZZZ' ? ':' : '';
  const minutes = Math.abs(offset);
  const text = `${offset < 0 ? '-' : '+'}${pad(Math.trunc(minutes / 60))}${colon}${pad(minutes % 60)}`;
  if (field === 'Z') return offset === 0 ? 'Z' : text;
  if (field === 'ZZZ') return offset === 0 ? 'UTC' : text;
  return field === 'ZZZZ' || field === 'ZZZZZ' ? text : undefined;
}

function number(field: string, value: number): string {
  return field.length === 2 ? pad(value) : String(value);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
