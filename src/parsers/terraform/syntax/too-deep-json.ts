/** Bounds the nesting of JSON before a parser sees it, because parsers recurse and would overflow the stack. */

/** Offset of the first bracket nested deeper than `limit`, -1 where there is none. One pass, no recursion. */
export function tooDeepJson(text: string, limit: number): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) at = stringEnd(text, at);
    else if (code === 123 || code === 91) {
      depth++;
      if (depth > limit) return at;
    } else if (code === 125 || code === 93) depth--;
  }
  return -1;
}

/** Offset of the closing quote, or of the last character before the line break that ends a broken string. */
function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 34) return at;
    if (code === 10 || code === 13) return at - 1;
    at += code === 92 ? 2 : 1;
  }
  return at;
}
