/**
 * Maps an offset in the value of a YAML scalar to an offset in the file: through quotes, escapes, folded lines and the
 * indentation of block scalars. White space of the value stands for any white space of the file.
 */
import { isScalar, type Node } from 'yaml';

/** Offset in the file of the character at `offset` of the node's text; the node's start for anything but scalars. */
export function offsetInScalar(text: string, node: Node, offset: number): number {
  const start = node.range?.[0] ?? 0;
  const end = node.range?.[1] ?? text.length;
  if (!isScalar(node) || typeof node.value !== 'string') return start;
  const value = node.value;
  let at = contentStart(text, node.type, start);
  for (let index = 0; index < Math.min(offset, value.length); index += 1) {
    at = isSpace(value[index]) ? skipSpaces(text, at, end) : find(text, value[index], at, end) + 1;
    while (isSpace(value[index]) && isSpace(value[index + 1]) && index + 1 < offset) index += 1;
  }
  if (offset < value.length && !isSpace(value[offset])) at = find(text, value[offset], at, end);
  return Math.min(at, end);
}

function contentStart(text: string, type: string | undefined, start: number): number {
  if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') {
    const newline = text.indexOf('\n', start);
    return newline === -1 ? start : newline + 1;
  }
  return type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? start + 1 : start;
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r';
}

function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text[at])) at += 1;
  return at;
}

function find(text: string, character: string | undefined, from: number, end: number): number {
  let at = from;
  while (at < end && text[at] !== character) at += 1;
  return at;
}
