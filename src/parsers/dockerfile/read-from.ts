/** The words of a FROM line, before any variable is replaced. */
import type { Instruction, Word } from './instruction.ts';
import { splitPlainWords } from './split-plain-words.ts';

const STAGE_NAME = /^[a-z][a-z0-9\-_.]*$/;

export interface FromLine {
  readonly image: Word;
  readonly name?: Word;
  /** False where Docker refuses the line; what can be read of it is used all the same. */
  readonly valid: boolean;
}

/** The words of a FROM; undefined where no image is named. */
export function readFrom(instruction: Instruction): FromLine | undefined {
  const [image, as, name, extra] = splitPlainWords(instruction.line.text, instruction.bodyStart);
  if (image === undefined) return undefined;
  if (as === undefined) return { image, valid: true };
  if (as.text.toUpperCase() !== 'AS' || name === undefined) return { image, valid: false };
  return { image, name, valid: extra === undefined && STAGE_NAME.test(name.text.toLowerCase()) };
}
