/** What ONBUILD holds: an instruction inside an instruction. */
import type { Instruction } from './instruction.ts';
import { readHead } from './read-head.ts';

/**
 * The instruction that an ONBUILD holds, sharing line and here-documents; undefined where there is none.
 */
export function readTrigger(instruction: Instruction): Instruction | undefined {
  if (instruction.line.text.slice(instruction.bodyStart).trim() === '') return undefined;
  const head = readHead(instruction.line.text, instruction.bodyStart, instruction.escape);
  return { ...instruction, ...head, keyword: head.keywordWord.text.toUpperCase() };
}
