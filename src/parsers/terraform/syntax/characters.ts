/**
 * Character classes of HCL by UTF-16 code unit. One table for ASCII keeps the scanner's inner loops free of regular
 * expressions; the Unicode classes beyond it are asked one code point at a time. Knows no grammar.
 */
const IDENTIFIER_START = 1;
const IDENTIFIER_PART = 2;
const DIGIT = 4;

const classes = buildClasses();
const unicodeStart = /^\p{ID_Start}$/u;
const unicodePart = /^\p{ID_Continue}$/u;

function buildClasses(): Uint8Array {
  const table = new Uint8Array(128);
  for (let code = 0; code < 128; code++) {
    const letter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
    const digit = code >= 48 && code <= 57;
    if (letter) table[code] = IDENTIFIER_START | IDENTIFIER_PART;
    if (digit) table[code] = DIGIT | IDENTIFIER_PART;
    if (code === 45) table[code] = IDENTIFIER_PART;
  }
  return table;
}

/** Whether the code unit is an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Length in code units of the identifier character at `at`, 0 where there is none. */
export function identifierStartLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return ((classes[code] ?? 0) & IDENTIFIER_START) === 0 ? 0 : 1;
  return unicodeLength(text, at, unicodeStart);
}

/** Offset behind the identifier whose first character is before `at`. */
export function identifierEnd(text: string, at: number): number {
  let end = at;
  for (;;) {
    const code = text.charCodeAt(end);
    if (code < 128) {
      if (((classes[code] ?? 0) & IDENTIFIER_PART) === 0) return end;
      end++;
      continue;
    }
    const length = unicodeLength(text, end, unicodePart);
    if (length === 0) return end;
    end += length;
  }
}

function unicodeLength(text: string, at: number, pattern: RegExp): number {
  const point = text.codePointAt(at);
  if (point === undefined) return 0;
  const character = String.fromCodePoint(point);
  return pattern.test(character) ? character.length : 0;
}

/** White space as the Go implementation of HCL trims it (`unicode.IsSpace`). */
export function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0x1680) return code === 0x85 || code === 0xa0;
  return code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || isRareSpace(code);
}

function isRareSpace(code: number): boolean {
  return code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000;
}
