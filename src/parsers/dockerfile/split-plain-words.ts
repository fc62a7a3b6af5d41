/**
 * Splits text at white space without looking at quotes, as Docker does for FROM, COPY, ADD and EXPOSE.
 * It expands nothing.
 */
import type { Word } from './instruction.ts';
import { isBlank } from './is-blank.ts';

/** Words of `text` from offset `from` on, with offsets into `text`. */
export function splitPlainWords(text: string, from: number): readonly Word[] {
  const words: Word[] = [];
  let start = -1;
  for (let at = from; at <= text.length; at += 1) {
    const blank = at === text.length || isBlank(text.charCodeAt(at));
    if (!blank && start === -1) start = at;
    if (blank && start !== -1) {
      words.push({ text: text.slice(start, at), start, end: at });
      start = -1;
    }
  }
  return words;
}
