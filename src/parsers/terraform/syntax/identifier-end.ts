/**
 * Identifiers of HCL: Unicode's, with `_` at the start and `-` inside. One table for ASCII keeps the scanner's inner
 * loops free of regular expressions; other characters are asked one code point at a time.
 */
const START = 1;
const PART = 2;

const classes = buildClasses();
const unicodeStart = /^\p{ID_Start}$/u;
const unicodePart = /^\p{ID_Continue}$/u;

/** Offset behind the identifier that starts at `at`; `at` itself where none does. */
export function identifierEnd(text: string, at: number): number {
  let end = at + lengthAt(text, at, START);
  if (end === at) return at;
  for (;;) {
    const length = lengthAt(text, end, PART);
    if (length === 0) return end;
    end += length;
  }
}

/** Length in code units of the character at `at`, 0 where it is not of the class or the text has ended. */
function lengthAt(text: string, at: number, kind: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return ((classes[code] ?? 0) & kind) === 0 ? 0 : 1;
  const point = text.codePointAt(at);
  if (point === undefined) return 0;
  const character = String.fromCodePoint(point);
  return (kind === START ? unicodeStart : unicodePart).test(character) ? character.length : 0;
}

function buildClasses(): Uint8Array {
  const table = new Uint8Array(128);
  for (let code = 0; code < 128; code++) {
    const letter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
    const digit = code >= 48 && code <= 57;
    if (letter) table[code] = START | PART;
    if (digit || code === 45) table[code] = PART;
  }
  return table;
}
