/**
 * Which files COPY and ADD take from the build context, with variables, quotes and escapes resolved as the builder does.
 * It looks for no file and follows no pattern.
 */
import type { ListItem, Origin, Value } from '../../model/value.ts';
import type { BuildState, StageState } from './build-state.ts';
import type { Instruction, Word } from './instruction.ts';
import { stageLookup } from './lookups.ts';
import { parseExecForm } from './parse-exec-form.ts';
import { splitWords } from './split-words.ts';

const HEREDOC = /^\d*<<-?[^<]/;

/**
 * The sources of one instruction; what a here-document holds is named by where it goes. Undefined for any other
 * instruction; empty where another stage or image is copied from.
 */
export function copiedSources(state: BuildState, stage: StageState, instruction: Instruction): Value | undefined {
  const { keyword, flags, heredocs } = instruction;
  if (keyword !== 'COPY' && keyword !== 'ADD') return undefined;
  const isFromElsewhere = flags.some(({ name }) => name === 'from');
  const words = isFromElsewhere ? [] : wordsOf(instruction);
  const lookup = stageLookup(stage);
  const taken = heredocs.length > 0 ? words.filter(({ text }) => !HEREDOC.test(text)) : words.slice(0, -1);
  const items = taken.map(
    (word): ListItem => ({
      presence: 'yes',
      value: state.expand(instruction, word, lookup),
    }),
  );
  const origin: Origin = { from: 'source', location: state.locateLine(instruction) };
  return { state: 'known', type: 'list', items, origin };
}

/** Sources and destination. The strings of the JSON form all stand at its place. */
function wordsOf({ line, bodyStart, escape }: Instruction): readonly Word[] {
  const body = line.text.slice(bodyStart);
  const strings = parseExecForm(body);
  if (strings === undefined) return splitWords(line.text, bodyStart, escape).words;
  const end = bodyStart + body.trimEnd().length;
  return strings.map((text) => ({ text, start: bodyStart, end }));
}
