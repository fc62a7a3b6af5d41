/**
 * One entry of a stage's `Instructions`: the name and the text after it. Text that may hold a secret is marked.
 */
import type { ListItem, Origin, Value } from '../../model/value.ts';
import type { BuildState, StageState } from './build-state.ts';
import { copiedSources } from './copied-sources.ts';
import type { Instruction } from './instruction.ts';
import { mentionsSecret } from './mentions-secret.ts';

function hidesSecret(instruction: Instruction): boolean {
  const { text } = instruction.line;
  if (mentionsSecret(text) || instruction.heredocs.some((heredoc) => mentionsSecret(heredoc.body))) return true;
  // `ENV NAME value` has no `=` to look at.
  const legacy = instruction.keyword === 'ENV' ? text.slice(instruction.bodyStart).trim().replace(/\s+/, '=') : '';
  return mentionsSecret(legacy);
}

/** One entry of `Instructions`: the name, the text after it with here-documents, and what is copied. */
export function instructionItem(state: BuildState, stage: StageState, instruction: Instruction): ListItem {
  const origin: Origin = { from: 'source', location: state.locationOf(instruction.start, instruction.end) };
  const { text } = instruction.line;
  const body = text.slice(instruction.keywordWord.end).trim();
  const whole = [body, ...instruction.heredocs.map((heredoc) => heredoc.body)].join('\n');
  const sensitive = hidesSecret(instruction) ? { sensitive: true as const } : {};
  const entries = new Map<string, Value>([
    ['Name', { state: 'known', type: 'scalar', value: instruction.keyword, origin }],
    ['Text', { state: 'known', type: 'scalar', value: whole, origin, ...sensitive }],
  ]);
  const sources = copiedSources(state, stage, instruction);
  if (sources !== undefined) entries.set('Sources', sources);
  return { presence: 'yes', value: { state: 'known', type: 'map', entries, origin } };
}
