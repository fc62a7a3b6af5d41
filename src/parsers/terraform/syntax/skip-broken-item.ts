/**
 * Recovery: finds where a broken attribute or block header ends, by brackets, strings, comments and heredocs alone.
 * Never looks behind the next header at column 0, so one slip costs one item and what is skipped is read once.
 */
import { isBlockHeader } from './is-block-header.ts';
import type { Scanner } from './scanner.ts';

/**
 * Moves the position from `start` to the end of the item: its line break outside brackets, the brace that closes
 * the body it is in, the next header at column 0, or the end of the text.
 */
export function skipBrokenItem(scanner: Scanner, start: number): void {
  scanner.failed = false;
  scanner.newlinesCount = true;
  scanner.at = start;
  let open = 0;
  while (scanner.at < scanner.end) {
    const code = scanner.code();
    if (code === 10) {
      if (open === 0 || isBlockHeader(scanner.text, scanner.at + 1)) return;
      scanner.at++;
    } else if (code === 125 && open === 0) return;
    else if (code === 123 || code === 91 || code === 40) {
      open++;
      scanner.at++;
    } else if (code === 125 || code === 93 || code === 41) {
      open = Math.max(0, open - 1);
      scanner.at++;
    } else skipToken(scanner, code);
  }
}

function skipToken(scanner: Scanner, code: number): void {
  if (code === 34) skipQuoted(scanner);
  else if (code === 35 || code === 47) scanner.at = Math.max(scanner.commentEnd(scanner.at), scanner.at + 1);
  else if (code === 60 && scanner.codeAt(1) === 60) skipHeredoc(scanner);
  else scanner.at++;
}

/** Skips a string on its line. Sequences inside are not entered: a quote in `${…}` opens and closes within them. */
function skipQuoted(scanner: Scanner): void {
  scanner.at++;
  let braces = 0;
  while (scanner.at < scanner.end) {
    const code = scanner.code();
    if (code === 10) return;
    scanner.at++;
    if (code === 92 && scanner.code() !== 10) scanner.at++;
    else if ((code === 36 || code === 37) && scanner.code() === 123) braces++;
    else if (code === 125 && braces > 0) braces--;
    else if (code === 34 && braces === 0) return;
  }
}

function skipHeredoc(scanner: Scanner): void {
  const start = scanner.at;
  scanner.at += scanner.codeAt(2) === 45 ? 3 : 2;
  const marker = scanner.identifier();
  if (marker === '' || !scanner.atLineEnd()) return;
  if (scanner.lastLineOf(marker) < start) return;
  while (scanner.at < scanner.end) {
    const lineStart = scanner.text.indexOf('\n', scanner.at) + 1;
    if (lineStart === 0) scanner.at = scanner.end;
    else {
      const next = scanner.text.indexOf('\n', lineStart);
      const lineEnd = next === -1 ? scanner.end : next;
      scanner.at = lineEnd;
      if (scanner.text.slice(lineStart, lineEnd).trim() === marker) return;
    }
  }
}
