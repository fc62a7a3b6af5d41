/**
 * Inputs from outside the tree that COPY, ADD and RUN name: images in `--from`, mounts, URLs and git repositories.
 * It fetches nothing and judges nothing.
 */
import { noteImage } from './note-image.ts';
import type { BuildState, StageState } from './build-state.ts';
import type { Instruction, Word } from './instruction.ts';
import { stageLookup } from './lookups.ts';
import { parseExecForm } from './parse-exec-form.ts';
import { splitPlainWords } from './split-plain-words.ts';

const REMOTE = /^(https?:\/\/|git@|git:\/\/|ssh:\/\/|ftp:\/\/)/i;

/** `--from=<name>`: an earlier stage, its number, or an image. */
function noteFrom(state: BuildState, stage: StageState, instruction: Instruction, from: Word): void {
  const name = from.text.toLowerCase();
  const index = /^\d{1,6}$/.test(name) ? Number(name) : Number.NaN;
  const known = state.stagesByName.has(name) || index < state.stages.length - 1;
  if (known || name === '' || name === 'scratch') return;
  noteImage(state, { instruction, word: from, text: from.text.includes('$') ? undefined : from.text }, stage.address);
}

/** A source of ADD that may be fetched. Where a variable hides its start, it is noted as well. */
function noteSource(state: BuildState, stage: StageState, instruction: Instruction, word: Word): void {
  const value = state.expand(instruction, word, stageLookup(stage));
  const known = value.state === 'known' && value.type === 'scalar' ? String(value.value) : undefined;
  const prefix = value.state === 'unresolved' ? (value.knownPrefix ?? '') : '';
  const remote = known === undefined ? prefix === '' || REMOTE.test(prefix) : REMOTE.test(known);
  if (!remote) return;
  const checksum = instruction.flags.find((flag) => flag.name === 'checksum')?.value ?? '';
  const fragment = /#([0-9a-f]{40})(?::|$)/.exec(known ?? '')?.[1];
  const pin = checksum !== '' && !checksum.includes('$') ? checksum : fragment;
  const location = state.locate(instruction, word.start, word.end);
  const input = { kind: 'url', source: known ?? word.text, address: stage.address, location } as const;
  state.externalInputs.push(pin === undefined ? input : { ...input, pin });
}

function sourceWords(instruction: Instruction): readonly Word[] {
  const { text } = instruction.line;
  const exec = parseExecForm(text.slice(instruction.bodyStart));
  const place = { start: instruction.bodyStart, end: text.length };
  const words = exec?.map((word) => ({ text: word, ...place })) ?? splitPlainWords(text, instruction.bodyStart);
  return words.slice(0, -1).filter((word) => !/^\d*<</.test(word.text));
}

/** Notes the inputs of one instruction on its stage. */
export function noteInputs(state: BuildState, stage: StageState, instruction: Instruction): void {
  for (const { name, value, word } of instruction.flags) {
    const start = word.end - value.length;
    if (name === 'from') noteFrom(state, stage, instruction, { text: value, start, end: word.end });
    if (name !== 'mount') continue;
    const from = value.split(',').find((option) => option.startsWith('from='));
    if (from !== undefined) noteFrom(state, stage, instruction, { text: from.slice(5), start, end: word.end });
  }
  if (instruction.keyword !== 'ADD') return;
  for (const word of sourceWords(instruction)) noteSource(state, stage, instruction, word);
}
