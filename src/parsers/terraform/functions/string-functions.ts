/**
 * Terraform's string functions except formatting and regular expressions.
 */
import type { PureArguments } from './pure-arguments.ts';
import { pureFunction } from './pure-function.ts';
import type { TerraformFunction } from './terraform-function.ts';

const SPACE = new Set(' \t\n\v\f\r\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000');

export const STRING_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map([
  ['lower', pureFunction([1, 1], (input) => input.text(0).toLowerCase())],
  ['upper', pureFunction([1, 1], (input) => input.text(0).toUpperCase())],
  ['title', pureFunction([1, 1], (input) => title(input.text(0)))],
  ['chomp', pureFunction([1, 1], (input) => chomp(input.text(0)))],
  ['trimspace', pureFunction([1, 1], (input) => trim(input.text(0), SPACE))],
  ['trim', pureFunction([2, 2], (input) => trim(input.text(0), new Set(input.text(1))))],
  ['trimprefix', pureFunction([2, 2], (input) => trimPrefix(input.text(0), input.text(1)))],
  ['trimsuffix', pureFunction([2, 2], (input) => trimSuffix(input.text(0), input.text(1)))],
  ['startswith', pureFunction([2, 2], (input) => input.text(0).startsWith(input.text(1)))],
  ['endswith', pureFunction([2, 2], (input) => input.text(0).endsWith(input.text(1)))],
  ['strcontains', pureFunction([2, 2], (input) => input.text(0).includes(input.text(1)))],
  ['strrev', pureFunction([1, 1], (input) => graphemes(input.text(0)).reverse().join(''))],
  ['substr', pureFunction([3, 3], substring)],
  ['split', pureFunction([2, 2], (input) => split(input.text(0), input.text(1)))],
  ['indent', pureFunction([2, 2], (input) => indent(input.integer(0), input.text(1)))],
  ['assumestringprefix', pureFunction([2, 2], (input) => assumePrefix(input.text(0), input.text(1)))],
]);

function graphemes(text: string): string[] {
  if (isAscii(text)) return [...text];
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The segmenter is slow and most texts do not need it. */
function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return !text.includes('\r\n');
}

function title(text: string): string {
  let previous = ' ';
  let result = '';
  for (const character of text) {
    result += /[\p{L}\p{N}_'’]/u.test(previous) ? character : character.toUpperCase();
    previous = character;
  }
  return result;
}

function chomp(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r')) end -= 1;
  return text.slice(0, end);
}

function trim(text: string, cut: ReadonlySet<string>): string {
  const characters = [...text];
  let start = 0;
  let end = characters.length;
  while (start < end && cut.has(characters[start] ?? '')) start += 1;
  while (end > start && cut.has(characters[end - 1] ?? '')) end -= 1;
  return characters.slice(start, end).join('');
}

function trimPrefix(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

function trimSuffix(text: string, suffix: string): string {
  return suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text;
}

function substring(input: PureArguments): string | undefined {
  const characters = graphemes(input.text(0));
  const [offset, length] = [input.integer(1), input.integer(2)];
  const start = offset < 0 ? Math.max(0, characters.length + offset) : offset;
  const end = length < 0 ? characters.length : start + length;
  return characters.slice(start, end).join('');
}

function split(separator: string, text: string): string[] {
  if (separator === '') return [...text];
  return text.split(separator);
}

function indent(spaces: number, text: string): string | undefined {
  if (spaces < 0 || spaces > 1000) return undefined;
  return text.split('\n').join(`\n${' '.repeat(spaces)}`);
}

function assumePrefix(text: string, prefix: string): string | undefined {
  return text.startsWith(prefix) ? text : undefined;
}
