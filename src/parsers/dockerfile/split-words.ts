/**
 * Splits text into words at white space outside quotes, as Docker's own lexer does for ENV, flags and here-documents.
 * Keeps quotes and escapes; it expands nothing.
 */
import type { Word } from './instruction.ts';
import { isBlank } from './is-blank.ts';

export interface SplitWords {
  readonly words: readonly Word[];
  /** A quote is open at the end of the text. */
  readonly unterminated: boolean;
}

/** Offset after the word that starts at `at`; -1 where a quote never ends. */
function endOfWord(text: string, at: number, escape: string): number {
  let quote = '';
  for (let i = at; i < text.length; i += 1) {
    const char = text[i] ?? '';
    if (char === escape && quote !== "'") i += 1;
    else if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (isBlank(char.charCodeAt(0))) return i;
  }
  return quote === '' ? text.length : -1;
}

/**
 * Words of `text` from offset `from` on, with offsets into `text`. An open quote makes the rest one word.
 * `escape` is the escape character of the file. Linear in the length of the text.
 */
export function splitWords(text: string, from: number, escape: string): SplitWords {
  const words: Word[] = [];
  let at = from;
  while (at < text.length) {
    if (isBlank(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const end = endOfWord(text, at, escape);
    const stop = end === -1 ? text.length : Math.min(end, text.length);
    words.push({ text: text.slice(at, stop), start: at, end: stop });
    if (end === -1) return { words, unterminated: true };
    at = stop;
  }
  return { words, unterminated: false };
}
