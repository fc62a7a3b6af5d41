/**
 * Types a YAML scalar. CloudFormation documents YAML 1.1 (without timestamp, binary, omap, pairs and set), most other
 * tools read 1.2, so this is decided once: the value is that of a YAML 1.1 reader as PyYAML and SnakeYAML read it,
 * and every plain scalar the 1.2 core schema reads differently is said to be ambiguous. `y` and `n` stay strings
 * (no common reader makes them booleans, the 1.1 types do) and are ambiguous. Patterns are linear.
 */
import type { ScalarStyle } from './document-node.ts';

export interface TypedScalar {
  readonly value: string | number | boolean | null;
  /** How the other reading differs, in words. */
  readonly ambiguous?: string;
}

type Scalar = TypedScalar['value'];

const NULLS = new Set(['', '~', 'null', 'Null', 'NULL']);
const TRUE_BOTH = new Set(['true', 'True', 'TRUE']);
const FALSE_BOTH = new Set(['false', 'False', 'FALSE']);
const TRUE_11 = new Set(['yes', 'Yes', 'YES', 'on', 'On', 'ON']);
const FALSE_11 = new Set(['no', 'No', 'NO', 'off', 'Off', 'OFF']);
const LETTERS_11 = new Set(['y', 'Y', 'n', 'N']);
const INTEGER_11 = /^[-+]?(?:0|[1-9][0-9_]*)$/;
const OCTAL_11 = /^[-+]?0[0-7_]+$/;
const HEX_11 = /^[-+]?0x[0-9a-fA-F_]+$/;
const BINARY_11 = /^[-+]?0b[01_]+$/;
const SEXAGESIMAL_11 = /^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+$/;
const FLOAT_11 = /^[-+]?(?:[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?)$/;
const INTEGER_12 = /^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$/;
const FLOAT_12 = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** Longer plain scalars are never numbers; keeps the patterns off long texts. */
const LONGEST_NUMBER = 400;

/**
 * Value of a scalar by its text, style and tag (`!!int`, `!Ref`; undefined for none). Quoted and block scalars, and
 * all with a tag that is not one of the core schema, are strings.
 */
export function resolveYamlScalar(text: string, style: ScalarStyle, tag: string | undefined): TypedScalar {
  if (tag !== undefined) return { value: resolveTagged(text, tag) };
  if (style === 'empty') return { value: null };
  if (style !== 'plain') return { value: text };
  const first = readAs11(text);
  const second = readAs12(text);
  if (Object.is(first, second) && !LETTERS_11.has(text)) return { value: first };
  return { value: first, ambiguous: describe(text, first, second) };
}

function describe(text: string, first: Scalar, second: Scalar): string {
  if (LETTERS_11.has(text)) return `${text} is a boolean to some YAML 1.1 readers and a string to YAML 1.2`;
  return `${clip(text)} is ${nameOf(first)} to YAML 1.1 and ${nameOf(second)} to YAML 1.2`;
}

function nameOf(value: Scalar): string {
  return typeof value === 'string' ? 'a string' : clip(String(value));
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function resolveTagged(text: string, tag: string): Scalar {
  const value = readAs11(text);
  if (tag === '!!null') return null;
  if (tag === '!!bool' && typeof value === 'boolean') return value;
  if ((tag === '!!int' || tag === '!!float') && typeof value === 'number') return value;
  return text;
}

function readAs11(text: string): Scalar {
  if (NULLS.has(text)) return null;
  if (TRUE_BOTH.has(text) || TRUE_11.has(text)) return true;
  if (FALSE_BOTH.has(text) || FALSE_11.has(text)) return false;
  if (text.length > LONGEST_NUMBER) return text;
  return readNumber11(text) ?? text;
}

function readAs12(text: string): Scalar {
  if (NULLS.has(text)) return null;
  if (TRUE_BOTH.has(text)) return true;
  if (FALSE_BOTH.has(text)) return false;
  if (text.length > LONGEST_NUMBER) return text;
  if (INTEGER_12.test(text)) return finite(Number(text), text);
  return FLOAT_12.test(text) ? finite(Number(text), text) : text;
}

function readNumber11(text: string): Scalar | undefined {
  const negative = text.startsWith('-');
  const digits = text.replace(/^[-+]/, '').replaceAll('_', '');
  const signed = (value: number): Scalar => finite(negative ? -value : value, text);
  if (INTEGER_11.test(text)) return signed(Number(digits));
  if (OCTAL_11.test(text)) return signed(Number.parseInt(digits, 8));
  if (HEX_11.test(text) || BINARY_11.test(text)) return signed(Number(digits));
  if (SEXAGESIMAL_11.test(text)) return signed(digits.split(':').reduce((sum, part) => sum * 60 + Number(part), 0));
  return FLOAT_11.test(text) ? signed(Number(digits)) : undefined;
}

/** Infinity and not-a-number stay text: no resource property can hold them. */
function finite(value: number, text: string): Scalar {
  return Number.isFinite(value) ? value : text;
}
