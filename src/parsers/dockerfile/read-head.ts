/** The keyword of an instruction and the `--flags` after it. Splits text; it knows no keyword. */
import type { Flag, Word } from './instruction.ts';
import { isBlank } from './is-blank.ts';
import { splitWords } from './split-words.ts';

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** The leading `--flag` words; a lone `--` ends them. */
function readFlags(
  text: string,
  from: number,
  escape: string,
): { readonly flags: readonly Flag[]; readonly end: number } {
  const flags: Flag[] = [];
  let end = from;
  // Lexing the whole line for a RUN without flags would be wasted work.
  if (!text.startsWith('--', from)) return { flags, end };
  for (const word of splitWords(text, from, escape).words) {
    if (!word.text.startsWith('--')) break;
    end = word.end;
    if (word.text === '--') break;
    const equals = word.text.indexOf('=');
    const name = equals === -1 ? word.text.slice(2) : word.text.slice(2, equals);
    flags.push({ name, value: equals === -1 ? '' : word.text.slice(equals + 1), word });
  }
  return { flags, end: skipBlanks(text, end) };
}

export interface Head {
  readonly keywordWord: Word;
  readonly flags: readonly Flag[];
  readonly bodyStart: number;
}

/** Keyword and flags of a line, from offset `at` on. */
export function readHead(text: string, at: number, escape: string): Head {
  const from = skipBlanks(text, at);
  let end = from;
  while (end < text.length && !isBlank(text.charCodeAt(end))) end += 1;
  const { flags, end: bodyStart } = readFlags(text, skipBlanks(text, end), escape);
  return { keywordWord: { text: text.slice(from, end), start: from, end }, flags, bodyStart };
}
