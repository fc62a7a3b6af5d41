/** Recognises what can only be the start of a block, for recovery. Looks at one line and reads no further. */
import { identifierEnd } from './identifier-end.ts';

/** Whether `name {`, `name "label" {` or `name label {` starts at `at`, which must be at column 0 of its line. */
export function isBlockHeader(text: string, at: number): boolean {
  if (at > 0 && text.charCodeAt(at - 1) !== 10) return false;
  let position = identifierEnd(text, at);
  if (position === at) return false;
  for (;;) {
    position = skipBlanks(text, position);
    const code = text.charCodeAt(position);
    if (code === 123) return true;
    const next = code === 34 ? skipQuoted(text, position) : identifierEnd(text, position);
    if (next === position) return false;
    position = next;
  }
}

function skipBlanks(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 32 || text.charCodeAt(end) === 9) end++;
  return end;
}

function skipQuoted(text: string, at: number): number {
  for (let end = at + 1; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 34) return end + 1;
    if (code === 10 || code === 92 || code === 123) return at;
  }
  return at;
}
