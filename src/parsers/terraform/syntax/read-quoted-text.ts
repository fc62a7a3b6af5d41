/**
 * The literal text of quoted strings, with its escapes resolved: `\n \r \t \" \\ \uXXXX \UXXXXXXXX $${ %%{`.
 * A wrong escape is an error that ends nothing.
 */
import { plainTextEnd } from './plain-text-end.ts';
import type { Scanner } from './scanner.ts';

/** Reads up to the closing quote, a `${` or `%{`, a line break or the end, and returns the text unescaped. */
export function readQuotedText(scanner: Scanner): string {
  const text = scanner.text;
  let value = '';
  let chunk = scanner.at;
  for (;;) {
    scanner.at = plainTextEnd(text, scanner.at);
    const code = scanner.code();
    if (code === 92) {
      value += text.slice(chunk, scanner.at) + readEscape(scanner);
      chunk = scanner.at;
    } else if (code !== 36 && code !== 37) break;
    else if (scanner.codeAt(1) === 123) break;
    else if (scanner.codeAt(1) === code && scanner.codeAt(2) === 123) {
      value += text.slice(chunk, scanner.at);
      chunk = scanner.at + 1;
      scanner.at += 3;
    } else scanner.at++;
  }
  return scanner.normalized(value + text.slice(chunk, scanner.at));
}

function readEscape(scanner: Scanner): string {
  const start = scanner.at;
  const selector = scanner.text.charAt(start + 1);
  switch (selector) {
    case 'n':
    case 'r':
    case 't':
    case '"':
    case '\\':
      scanner.at += 2;
      return selector === 'n' ? '\n' : selector === 'r' ? '\r' : selector === 't' ? '\t' : selector;
    case 'u':
      return readCodePoint(scanner, 4);
    case 'U':
      return readCodePoint(scanner, 8);
    default: {
      const isBreak = selector === '' || selector === '\n' || selector === '\r';
      scanner.at += 1;
      if (!isBreak) scanner.at += 1;
      scanner.report('Not an escape sequence', start, scanner.at);
      return isBreak ? '' : selector;
    }
  }
}

function readCodePoint(scanner: Scanner, digits: number): string {
  const start = scanner.at;
  let point = 0;
  for (let index = 0; index < digits; index++) {
    const digit = hexValue(scanner.codeAt(2 + index));
    if (digit < 0) {
      scanner.at += 2 + index;
      scanner.report(`Expected ${digits} hexadecimal digits`, start, scanner.at);
      return scanner.text.slice(start, scanner.at);
    }
    point = point * 16 + digit;
  }
  scanner.at += 2 + digits;
  const isCharacter = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  if (!isCharacter) scanner.report('Not a Unicode character', start, scanner.at);
  return isCharacter ? String.fromCodePoint(point) : scanner.text.slice(start, scanner.at);
}

function hexValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
