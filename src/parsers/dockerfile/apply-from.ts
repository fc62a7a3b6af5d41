/**
 * FROM: opens a stage, finds its base image or the earlier stage it builds on, and notes the image as an input from
 * outside. It fetches nothing.
 */
import type { UnresolvedValue, Value } from '../../model/value.ts';
import type { BuildState, StageState } from './build-state.ts';
import { applyInstruction } from './apply-instruction.ts';
import type { Instruction, Word } from './instruction.ts';
import { globalLookup } from './lookups.ts';
import { noteImage } from './note-image.ts';
import type { FromLine } from './read-from.ts';
import { splitImageReference } from './split-image-reference.ts';

function part(value: Value, text: string | undefined): Value | undefined {
  if (text === undefined || value.state !== 'known' || value.type !== 'scalar') return undefined;
  return { ...value, value: text };
}

/** Parts of a reference that is not known as a whole: only a digest written out is certain. */
function unknownParts(value: UnresolvedValue, written: string): Map<string, Value> {
  const properties = new Map<string, Value>([
    ['BaseImage', value],
    ['BaseImageName', value],
  ]);
  const { knownPrefix: _, ...bare } = value;
  const maybe: Value = { ...bare, mayBeAbsent: true };
  properties.set('BaseImageTag', maybe);
  const digest = splitImageReference(written).digest;
  const fixed = digest !== undefined && !digest.includes('$');
  const known: Value = { state: 'known', type: 'scalar', value: digest ?? '', origin: value.origin };
  properties.set('BaseImageDigest', fixed ? known : maybe);
  return properties;
}

function imageProperties(value: Value, written: string): Map<string, Value> {
  if (value.state === 'unresolved') return unknownParts(value, written);
  const properties = new Map<string, Value>([['BaseImage', value]]);
  if (value.state !== 'known' || value.type !== 'scalar') return properties;
  const { name, tag, digest } = splitImageReference(String(value.value));
  const parts = { BaseImageName: name, BaseImageTag: tag, BaseImageDigest: digest };
  for (const [key, text] of Object.entries(parts)) {
    const found = part(value, text);
    if (found !== undefined) properties.set(key, found);
  }
  return properties;
}

function textOf(value: Value): string | undefined {
  return value.state === 'known' && value.type === 'scalar' ? String(value.value) : undefined;
}

interface Base {
  readonly properties: Map<string, Value>;
  readonly stage?: StageState;
}

function baseOf(state: BuildState, instruction: Instruction, image: Word): Base {
  const expanded = state.expand(instruction, image, globalLookup(state));
  const text = textOf(expanded);
  const base = text === undefined ? undefined : state.stagesByName.get(text.toLowerCase());
  if (base !== undefined) return { properties: new Map([['BaseStage', expanded]]), stage: base };
  if (text !== '') return { properties: imageProperties(expanded, image.text) };
  state.syntaxError('FROM names no image once its variables are replaced.', state.locateLine(instruction));
  const origin = expanded.origin ?? { from: 'computed' };
  const subject = image.text.slice(0, 120);
  const nothing = { state: 'unresolved', reason: 'undeclared-name', subject, mayBeAbsent: false, origin } as const;
  return { properties: imageProperties(nothing, image.text) };
}

function inheritFrom(stage: StageState, base: StageState): void {
  if (base.user !== undefined) stage.user = base.user;
  if (base.group !== undefined) stage.group = base.group;
  stage.healthcheck = base.healthcheck;
  stage.posixShell = base.posixShell;
  for (const item of base.ports) stage.ports.push(item);
}

function registerName(state: BuildState, stage: StageState, word: Word): void {
  const name = word.text.toLowerCase();
  const location = state.locate(stage.from, word.start, word.end);
  stage.properties.set('Name', { state: 'known', type: 'scalar', value: name, origin: { from: 'source', location } });
  if (state.stagesByName.has(name)) {
    const message = 'Two stages have the same name; builders may pick either.';
    state.report({ code: 'duplicate-address', effect: 'ambiguous', message, location });
  }
  state.stagesByName.set(name, stage);
}

/** Opens the stage of a FROM whose words were read before. `address` is its identity. */
export function applyFrom(state: BuildState, instruction: Instruction, line: FromLine, address: string): void {
  const { image, name } = line;
  if (!line.valid) state.syntaxError('FROM takes an image and `AS <name>`.', state.locateLine(instruction));
  const { properties, stage: base } = baseOf(state, instruction, image);
  const root = textOf(properties.get('BaseImage') ?? { state: 'absent' });
  if (base === undefined && root !== 'scratch') noteImage(state, { instruction, word: image, text: root }, address);
  state.spend(
    (base?.environment.size ?? 0) +
      (base?.labels.size ?? 0) +
      (base?.arguments.size ?? 0) +
      (base?.ports.length ?? 0) +
      (base?.triggers.length ?? 0),
  );
  const location = state.locateLine(instruction);
  const stage: StageState = {
    from: instruction,
    image: image.text,
    address,
    properties,
    environment: new Map(base?.environment),
    labels: new Map(base?.labels),
    triggerEnvironment: new Map(),
    arguments: new Map(base?.arguments),
    instructions: [],
    commands: [],
    commandsComplete: true,
    ports: [],
    triggers: [],
    healthcheck: { state: 'known', type: 'scalar', value: false, origin: { from: 'computed', location } },
    posixShell: instruction.escape === '\\',
    closedEnvironment: base?.closedEnvironment ?? root === 'scratch',
    end: instruction.end,
  };
  if (base !== undefined) inheritFrom(stage, base);
  if (name !== undefined) registerName(state, stage, name);
  state.stages.push(stage);
  for (const trigger of base?.triggers ?? []) applyInstruction(state, stage, trigger);
}
