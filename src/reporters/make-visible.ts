/**
 * Text of a pull request, made safe to look at: nothing in it moves a cursor, changes direction, ends a line or hides.
 * Every reporter sends names and messages through here first; markup is escaped after it, by the reporter.
 */

/** Code points that act on a terminal or a page instead of being seen, from first to last. */
const INVISIBLE: readonly (readonly [number, number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0xe0000, 0xe0fff],
];

const NAMED: ReadonlyMap<number, string> = new Map([
  [0x09, '\\t'],
  [0x0a, '\\n'],
  [0x0d, '\\r'],
]);

/**
 * `text` on one line, with every invisible or steering character written out (`\n`, `\u{202e}`), and clipped to
 * `maxLength` UTF-16 code units with an ellipsis. Lone surrogates are written out too.
 */
export function makeVisible(text: string, maxLength = 500): string {
  let result = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const piece = isInvisible(code) ? (NAMED.get(code) ?? `\\u{${code.toString(16)}}`) : character;
    if (result.length + piece.length > maxLength) return `${result}…`;
    result += piece;
  }
  return result;
}

function isInvisible(code: number): boolean {
  if (code >= 0x20 && code < 0x7f) return false;
  return INVISIBLE.some(([first, last]) => code >= first && code <= last);
}
