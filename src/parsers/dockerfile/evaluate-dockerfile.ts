/**
 * A Dockerfile's text to build stages as resources. Reads nothing itself, runs nothing, never throws on input.
 */
import { createBudget } from '../../budget/create-budget.ts';
import { LineIndex } from '../../documents/line-index.ts';
import type { BudgetLimits } from '../../model/budget.ts';
import type { Resource } from '../../model/resource.ts';
import type { ListItem, UnresolvedValue, Value } from '../../model/value.ts';
import { applyArg } from './apply-arg.ts';
import { applyFrom } from './apply-from.ts';
import { applyInstruction } from './apply-instruction.ts';
import { BuildState, type StageState } from './build-state.ts';
import type { DockerfileText, Instruction } from './instruction.ts';
import { globalLookup } from './lookups.ts';
import { instructionItem } from './instruction-item.ts';
import { nameStages } from './name-stages.ts';
import { readFrom } from './read-from.ts';
import { readTrigger } from './read-trigger.ts';
import { readInstructions } from './read-instructions.ts';
import { reportText } from './report-text.ts';
import { splitImageReference } from './split-image-reference.ts';

/** A keyword builders know; anything else ends the build. */
const KEYWORDS = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);

interface Addresses {
  readonly all: readonly string[];
  next: number;
}

function nameAll(instructions: readonly Instruction[]): Addresses {
  const heads = instructions.flatMap((instruction) => {
    const line = instruction.keyword === 'FROM' ? readFrom(instruction) : undefined;
    if (line === undefined) return [];
    return [{ image: line.image.text, ...(line.name === undefined ? {} : { name: line.name.text.toLowerCase() }) }];
  });
  return { all: nameStages(heads), next: 0 };
}

function applyFromLine(state: BuildState, instruction: Instruction, addresses: Addresses): void {
  const line = readFrom(instruction);
  if (line === undefined) {
    state.syntaxError('FROM names no image.', state.locateLine(instruction));
    return;
  }
  const address = addresses.all[addresses.next] ?? 'final';
  addresses.next += 1;
  applyFrom(state, instruction, line, address);
}

function step(state: BuildState, instruction: Instruction, addresses: Addresses): void {
  const { keyword } = instruction;
  const stage = state.stages.at(-1);
  if (!KEYWORDS.has(keyword)) {
    state.syntaxError(`Unknown instruction ${JSON.stringify(keyword.slice(0, 40))}.`, state.locateLine(instruction));
    return;
  }
  if (keyword === 'FROM') applyFromLine(state, instruction, addresses);
  else if (stage !== undefined) {
    applyInstruction(state, stage, instruction);
    stage.instructions.push(instructionItem(state, stage, instruction));
    // What ONBUILD holds goes into every image that is built on this one.
    const trigger = keyword === 'ONBUILD' ? readTrigger(instruction) : undefined;
    if (trigger !== undefined) stage.instructions.push(instructionItem(state, stage, trigger));
    stage.end = instruction.end;
  } else if (keyword === 'ARG') applyArg(state, instruction, state.globals, globalLookup(state));
  else state.syntaxError(`${keyword} stands before the first FROM.`, state.locateLine(instruction));
}

function listOf(items: readonly ListItem[], stage: StageState, state: BuildState, openEnded?: UnresolvedValue): Value {
  const origin = { from: 'source', location: state.locateLine(stage.from) } as const;
  return { state: 'known', type: 'list', items, origin, ...(openEnded === undefined ? {} : { openEnded }) };
}

function stageProperties(state: BuildState, stage: StageState, isFinal: boolean): Map<string, Value> {
  const location = state.locateLine(stage.from);
  const origin = { from: 'computed', location } as const;
  const shell = { state: 'unresolved', reason: 'unsupported-expression', subject: 'RUN', mayBeAbsent: true } as const;
  const open = stage.commandsComplete ? undefined : { ...shell, origin };
  const properties = new Map(stage.properties);
  properties.set('IsFinal', { state: 'known', type: 'scalar', value: isFinal, origin });
  if (stage.user !== undefined) properties.set('User', stage.user);
  if (stage.group !== undefined) properties.set('Group', stage.group);
  properties.set('Instructions', listOf(stage.instructions, stage, state));
  properties.set('Commands', listOf(stage.commands, stage, state, open));
  properties.set('Env', { state: 'known', type: 'map', entries: stage.environment, origin });
  properties.set('Labels', { state: 'known', type: 'map', entries: stage.labels, origin });
  properties.set('TriggerEnv', { state: 'known', type: 'map', entries: stage.triggerEnvironment, origin });
  properties.set('Args', { state: 'known', type: 'map', entries: stage.arguments, origin });
  properties.set('ExposedPorts', listOf(stage.ports, stage, state));
  properties.set('HasHealthcheck', stage.healthcheck);
  return properties;
}

function toResource(state: BuildState, stage: StageState, environment: string, isFinal: boolean): Resource {
  const name = stage.properties.get('Name');
  const known = name?.state === 'known' && name.type === 'scalar' ? String(name.value) : undefined;
  return {
    kind: 'Dockerfile::Stage',
    address: stage.address,
    name: known ?? splitImageReference(stage.image).name,
    format: 'dockerfile',
    sourceType: 'FROM',
    unit: state.path,
    environment,
    presence: 'yes',
    properties: stageProperties(state, stage, isFinal),
    location: state.locationOf(stage.from.start, stage.end),
    calledFrom: [],
    movedFrom: [],
    foldedFrom: [],
  };
}

/** Applies instructions until the budget of the unit is spent. */
function applyAll(state: BuildState, read: DockerfileText, mostStages: number): void {
  const addresses = nameAll(read.instructions);
  for (const instruction of read.instructions) {
    step(state, instruction, addresses);
    const affordable = state.spend(1 + (instruction.line.text.length >> 6));
    if (affordable && state.stages.length <= mostStages) continue;
    const message = 'The Dockerfile needs more steps or stages than the limit; the rest was not read.';
    const location = state.locateLine(instruction);
    state.report({ code: 'budget-exceeded', effect: 'not-evaluated', message, location });
    return;
  }
}

export interface EvaluatedDockerfile {
  readonly state: BuildState;
  readonly resources: readonly Resource[];
}

/** Text of one Dockerfile in; stages, problems, inputs from outside and assumptions out. */
export function evaluateDockerfile(
  path: string,
  text: string,
  environment: string,
  limits: BudgetLimits,
): EvaluatedDockerfile {
  const state = new BuildState(path, new LineIndex(text), createBudget('unitSteps', limits));
  const read = readInstructions(text);
  applyAll(state, read, limits.unitResources);
  reportText(state, read, text);
  const last = state.stages.length - 1;
  const resources = state.stages.map((stage, index) => toResource(state, stage, environment, index === last));
  return { state, resources };
}
