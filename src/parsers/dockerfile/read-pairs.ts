/**
 * The `NAME=value` pairs of ENV and ARG, with the old `ENV NAME value` form. Splits text; it expands nothing.
 */
import type { Instruction, Word } from './instruction.ts';
import { splitWords } from './split-words.ts';

export interface Pair {
  readonly name: string;
  /** Absent for `ARG NAME`. */
  readonly value?: Word;
  readonly word: Word;
}

function pairOf(word: Word): Pair {
  const equals = word.text.indexOf('=');
  if (equals === -1) return { name: word.text, word };
  const value = { text: word.text.slice(equals + 1), start: word.start + equals + 1, end: word.end };
  return { name: word.text.slice(0, equals).replaceAll(/["']/g, ''), value, word };
}

/** Instructions that still take `NAME rest of line`. */
const OLD_FORM: ReadonlySet<string> = new Set(['ENV', 'LABEL']);

/** Pairs in order. `ENV NAME rest of line` takes the rest of the line as the value. */
export function readPairs(instruction: Instruction): readonly Pair[] {
  const { text } = instruction.line;
  const { words } = splitWords(text, instruction.bodyStart, instruction.escape);
  const [first, second] = words;
  if (!OLD_FORM.has(instruction.keyword) || first === undefined || first.text.includes('=')) return words.map(pairOf);
  if (second === undefined) return [{ name: first.text, word: first }];
  const rest = text.slice(second.start).trimEnd();
  return [
    { name: first.text, value: { text: rest, start: second.start, end: second.start + rest.length }, word: first },
  ];
}
