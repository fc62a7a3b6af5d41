/**
 * Applies one instruction to the stage it stands in: user, environment, ports, health check, commands, inputs from
 * outside. It runs and fetches nothing.
 */
import type { Origin, Value } from '../../model/value.ts';
import { applyArg } from './apply-arg.ts';
import type { BuildState, StageState } from './build-state.ts';
import { exposedPorts } from './exposed-ports.ts';
import type { Instruction, Word } from './instruction.ts';
import { isSecretName } from './is-secret-name.ts';
import { stageLookup } from './lookups.ts';
import { mentionsSecret } from './mentions-secret.ts';
import { noteInputs } from './note-inputs.ts';
import { parseExecForm } from './parse-exec-form.ts';
import { readCommands } from './read-commands.ts';
import { readTrigger } from './read-trigger.ts';
import { readPairs } from './read-pairs.ts';

function bodyWord(instruction: Instruction): Word {
  const text = instruction.line.text.slice(instruction.bodyStart).trimEnd();
  return { text, start: instruction.bodyStart, end: instruction.bodyStart + text.length };
}

/** `user:group` at the first colon outside `${…}`. */
function splitUser(word: Word): readonly [Word, Word | undefined] {
  let depth = 0;
  for (let at = 0; at < word.text.length; at += 1) {
    const char = word.text[at];
    if (char === '{') depth += 1;
    if (char === '}') depth -= 1;
    if (char !== ':' || depth > 0) continue;
    const middle = word.start + at;
    return [
      { text: word.text.slice(0, at), start: word.start, end: middle },
      { text: word.text.slice(at + 1), start: middle + 1, end: word.end },
    ];
  }
  return [word, undefined];
}

function applyUser(state: BuildState, stage: StageState, instruction: Instruction): void {
  const lookup = stageLookup(stage);
  const [user, group] = splitUser(bodyWord(instruction));
  stage.user = state.expand(instruction, user, lookup);
  if (group === undefined) delete stage.group;
  else stage.group = state.expand(instruction, group, lookup);
}

/** Sets the pairs of an ENV or a LABEL in `target`. */
function applyPairs(state: BuildState, stage: StageState, instruction: Instruction, target: Map<string, Value>): void {
  const lookup = stageLookup(stage);
  const values: [string, Value][] = [];
  for (const { name, value, word } of readPairs(instruction)) {
    const location = state.locate(instruction, word.start, word.end);
    const isSecret = isSecretName(name) || mentionsSecret(value?.text ?? '');
    if (value === undefined) state.syntaxError(`${instruction.keyword} needs \`NAME=value\`.`, location);
    else values.push([name, state.expand(instruction, value, lookup, isSecret)]);
  }
  // All values of one ENV see the environment before it.
  for (const [name, value] of values) target.set(name, value);
}

function applyHealthcheck(state: BuildState, stage: StageState, instruction: Instruction): void {
  const none = bodyWord(instruction).text.toUpperCase() === 'NONE';
  const origin: Origin = { from: 'source', location: state.locateLine(instruction) };
  stage.healthcheck = { state: 'known', type: 'scalar', value: !none, origin };
}

function applyRun(state: BuildState, stage: StageState, instruction: Instruction): void {
  const { items, complete } = readCommands(state, instruction, stage.posixShell);
  for (const item of items) stage.commands.push(item);
  stage.commandsComplete &&= complete;
}

function applyShell(stage: StageState, instruction: Instruction): void {
  const program = parseExecForm(bodyWord(instruction).text)?.[0] ?? '';
  stage.posixShell = /(^|\/)(ba|da|a|z|k)?sh$/.test(program);
}

/** Keeps the trigger for stages built on this one, and looks at its commands and inputs already here. */
function applyOnbuild(state: BuildState, stage: StageState, instruction: Instruction): void {
  const trigger = readTrigger(instruction);
  if (trigger === undefined) return;
  if (trigger.keyword === 'ONBUILD' || trigger.keyword === 'FROM') {
    state.syntaxError(`ONBUILD cannot hold ${trigger.keyword}.`, state.locateLine(instruction));
    return;
  }
  stage.triggers.push(trigger);
  noteInputs(state, stage, trigger);
  if (trigger.keyword === 'RUN') applyRun(state, stage, trigger);
  if (trigger.keyword === 'ENV') applyPairs(state, stage, trigger, stage.triggerEnvironment);
}

function applyExpose(state: BuildState, stage: StageState, instruction: Instruction): void {
  const ports = exposedPorts(state, instruction, stageLookup(stage), stage.ports.length);
  for (const port of ports) stage.ports.push(port);
}

type Apply = (state: BuildState, stage: StageState, instruction: Instruction) => void;

const EFFECTS: ReadonlyMap<string, Apply> = new Map<string, Apply>([
  ['ARG', (state, stage, instruction) => applyArg(state, instruction, stage.arguments, stageLookup(stage))],
  ['ENV', (state, stage, instruction) => applyPairs(state, stage, instruction, stage.environment)],
  ['LABEL', (state, stage, instruction) => applyPairs(state, stage, instruction, stage.labels)],
  ['USER', applyUser],
  ['RUN', applyRun],
  ['HEALTHCHECK', applyHealthcheck],
  ['SHELL', (_state, stage, instruction) => applyShell(stage, instruction)],
  ['EXPOSE', applyExpose],
  ['ONBUILD', applyOnbuild],
]);

const NEEDS_ARGUMENTS = new Set(
  'USER ENV ADD COPY EXPOSE WORKDIR LABEL ONBUILD SHELL STOPSIGNAL VOLUME HEALTHCHECK'.split(' '),
);

/** Applies the effect of one instruction; triggers of ONBUILD come here when a later stage builds on theirs. */
export function applyInstruction(state: BuildState, stage: StageState, instruction: Instruction): void {
  if (NEEDS_ARGUMENTS.has(instruction.keyword) && bodyWord(instruction).text === '') {
    state.syntaxError(`${instruction.keyword} needs arguments.`, state.locateLine(instruction));
    return;
  }
  noteInputs(state, stage, instruction);
  EFFECTS.get(instruction.keyword)?.(state, stage, instruction);
}
