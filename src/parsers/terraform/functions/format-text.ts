/**
 * `format`'s verbs (https://developer.hashicorp.com/terraform/language/functions/format), over known values.
 */
import type { Value } from '../../../model/value.ts';
import { encodeJson } from '../values/encode-json.ts';
import { formatNumber } from '../values/format-number.ts';
import { toBoolean } from '../values/to-boolean.ts';
import { toNumber } from '../values/to-number.ts';
import { toText } from '../values/to-text.ts';

const VERB = /%([-+ 0#]*)(\d{0,4})(?:\.(\d{0,3}))?(?:\[(\d{1,4})\])?([%a-zA-Z])/;

/** The text; undefined for an unknown verb, a missing argument or one of the wrong type. */
export function formatText(template: string, values: readonly Value[]): string | undefined {
  const verbs = new RegExp(VERB, 'y');
  let result = '';
  let used = 0;
  for (let at = 0; at < template.length; ) {
    const next = template.indexOf('%', at);
    if (next === -1) return result + template.slice(at);
    result += template.slice(at, next);
    verbs.lastIndex = next;
    const match = verbs.exec(template);
    if (!match) return undefined;
    at = verbs.lastIndex;
    const [, flags = '', width = '', precision, index, verb = ''] = match;
    if (verb === '%') {
      result += '%';
      continue;
    }
    if (index !== undefined) used = Number(index) - 1;
    const value = values[used];
    used += 1;
    const text = value && formatVerb(verb, value, precision === undefined ? undefined : Number(precision), flags);
    if (text === undefined) return undefined;
    result += pad(text, Number(width), flags);
  }
  return result;
}

function formatVerb(verb: string, value: Value, precision: number | undefined, flags: string): string | undefined {
  switch (verb) {
    case 's':
      return clip(toText(value), precision);
    case 'v':
      return toText(value) ?? encodeJson(value);
    case 'q':
      return quote(toText(value));
    case 't':
      return toBoolean(value)?.toString();
    default:
      return formatNumeric(verb, toNumber(value), precision, flags);
  }
}

function formatNumeric(
  verb: string,
  number: number | undefined,
  precision: number | undefined,
  flags: string,
): string | undefined {
  if (number === undefined) return undefined;
  const sign = number >= 0 && flags.includes('+') ? '+' : number >= 0 && flags.includes(' ') ? ' ' : '';
  const digits = Math.min(precision ?? 6, 100);
  switch (verb) {
    case 'd':
      return sign + formatNumber(Math.trunc(number));
    case 'b':
      return sign + Math.trunc(number).toString(2);
    case 'o':
      return sign + Math.trunc(number).toString(8);
    case 'x':
      return sign + Math.trunc(number).toString(16);
    case 'X':
      return sign + Math.trunc(number).toString(16).toUpperCase();
    case 'f':
      return sign + number.toFixed(digits);
    case 'e':
      return sign + number.toExponential(digits).replace(/e([+-])(\d)$/, 'e$10$2');
    case 'g':
      return sign + formatNumber(number);
    default:
      return undefined;
  }
}

function clip(text: string | undefined, precision: number | undefined): string | undefined {
  return text === undefined || precision === undefined ? text : [...text].slice(0, precision).join('');
}

function quote(text: string | undefined): string | undefined {
  return text === undefined ? undefined : JSON.stringify(text);
}

function pad(text: string, width: number, flags: string): string {
  if (text.length >= width) return text;
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0')) return text.padStart(width);
  const sign = text.startsWith('-') || text.startsWith('+') ? (text[0] ?? '') : '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}
