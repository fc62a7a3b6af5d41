/**
 * The two ways a text is written in YAML by Terraform's encoder, which follows libyaml 0.1: double quotes, and a
 * literal block for texts with line breaks. Characters beyond the basic plane and tabs are always escaped.
 */
const WIDTH = 80;

const SHORT_ESCAPES: ReadonlyMap<number, string> = new Map([
  [0x00, '0'],
  [0x07, 'a'],
  [0x08, 'b'],
  [0x09, 't'],
  [0x0a, 'n'],
  [0x0b, 'v'],
  [0x0c, 'f'],
  [0x0d, 'r'],
  [0x1b, 'e'],
  [0x22, '"'],
  [0x5c, '\\'],
  [0x85, 'N'],
  [0x2028, 'L'],
  [0x2029, 'P'],
]);

/** Printed as it is; everything else is escaped. */
function isPrintable(code: number): boolean {
  if (code === 0x0a || (code >= 0x20 && code <= 0x7e)) return true;
  return (code >= 0xa0 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd && code !== 0xfeff);
}

function isBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** Where a text stands. */
export interface TextPlace {
  /** Of the lines a text goes on in. */
  readonly indent: number;
  /** Characters before it on its line. */
  readonly column: number;
  readonly isKey: boolean;
}

export interface WrittenText {
  readonly text: string;
  /** A document that ends with it needs `...` behind it. */
  readonly isOpenEnded: boolean;
}

/** A literal block where the text has line breaks and a block can carry it, else double quotes. */
export function writeYamlText(text: string, place: TextPlace): WrittenText {
  const isBlock = !place.isKey && text.includes('\n') && isWritableAsBlock(text);
  return {
    text: isBlock ? writeBlock(text, place.indent) : writeQuoted(text, place),
    isOpenEnded: isBlock && /(?:^|\n)\n$/.test(text),
  };
}

/** Whether a literal block can carry the text: nothing to escape, no space at a line's or the text's end. */
function isWritableAsBlock(text: string): boolean {
  if (text.endsWith(' ') || / [\n\u2028\u2029]/.test(text)) return false;
  for (const character of text) if (!isPrintable(character.codePointAt(0) ?? 0)) return false;
  return true;
}

/** `|`, its hints and the indented lines, with the line break that ends the text where it has one. */
function writeBlock(text: string, indent: number): string {
  const first = text.codePointAt(0) ?? 0;
  const hint = first === 0x20 || isBreak(first) ? '2' : '';
  const characters = [...text];
  const [last = 0, beforeLast] = characters
    .slice(-2)
    .reverse()
    .map((character) => character.codePointAt(0) ?? 0);
  const isKept = isBreak(last) && (beforeLast === undefined || isBreak(beforeLast));
  const chomp = !isBreak(last) ? '-' : isKept ? '+' : '';
  const parts = [`|${hint}${chomp}\n`];
  let startsLine = true;
  for (const character of characters) {
    const breaks = isBreak(character.codePointAt(0) ?? 0);
    if (!breaks && startsLine) parts.push(' '.repeat(indent));
    parts.push(character);
    startsLine = breaks;
  }
  return parts.join('');
}

/** In double quotes; folded at spaces beyond column 80. A key is never folded. */
function writeQuoted(text: string, place: TextPlace): string {
  const characters = [...text];
  const parts = ['"'];
  let column = place.column + 1;
  let afterSpace = false;
  for (const [at, character] of characters.entries()) {
    const isInside = at > 0 && at < characters.length - 1;
    if (!place.isKey && character === ' ' && !afterSpace && column > WIDTH && isInside) {
      const guard = characters[at + 1] === ' ' ? '\\' : '';
      parts.push(`\n${' '.repeat(place.indent)}${guard}`);
      column = place.indent + guard.length;
    } else {
      const written = escape(character);
      parts.push(written);
      column += written.length === character.length ? 1 : written.length;
    }
    afterSpace = character === ' ';
  }
  parts.push('"');
  return parts.join('');
}

function escape(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const isPlain = isPrintable(code) && !isBreak(code) && character !== '"' && character !== '\\';
  if (isPlain) return character;
  const short = SHORT_ESCAPES.get(code);
  if (short !== undefined) return `\\${short}`;
  const digits = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${digits.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}
