/**
 * One Terragrunt configuration with what it includes: locals, inputs, source, dependencies, generated files. Reads
 * only inside the tree and runs nothing.
 */
import type { Origin, UnresolvedValue, Value } from '../../../model/value.ts';
import { joinPath } from '../configuration/join-path.ts';
import { locationOf } from '../configuration/location-of.ts';
import type { SourceAttribute, SourceBlock, SourceBody, SourceFile } from '../configuration/module-configuration.ts';
import { parseSourceFile } from '../configuration/parse-source-file.ts';
import { originOf } from '../evaluation/origin-of.ts';
import type { Binding, Env, Scope, Session } from '../evaluation/session.ts';
import { takeSteps } from '../evaluation/take-steps.ts';
import { encodeJson } from '../values/encode-json.ts';
import { findUnknown } from '../values/find-unknown.ts';
import { makeMap } from '../values/make-map.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { toText } from '../values/to-text.ts';
import { withOrigin } from '../values/with-origin.ts';
import { mergeTerragrunt } from './merge-terragrunt.ts';
import { terragruntFunctions } from './terragrunt-functions.ts';
import type { GeneratedFile, TerragruntConfiguration } from './terragrunt-configuration.ts';
import { TREE_ROOT } from './tree-root.ts';

const DEEPEST = 8;

/** The configuration at `path`; undefined where it is not in the tree. `directory` is that of the one that is applied. */
export function readTerragrunt(
  session: Session,
  path: string,
  directory: string = directoryOf(path),
  depth = 0,
): TerragruntConfiguration | undefined {
  if (depth > DEEPEST) return undefined;
  const { reader, limits, unit } = session;
  const source = parseSourceFile(reader, path, { maxDepth: limits.nesting, unit });
  if (!source || !takeSteps(session, 1 + (source.file.text.length >> 6))) return undefined;
  for (const problem of source.problems) session.problems.add(problem);
  const reading: Reading = {
    session: { ...session, rootDirectory: directory, functions: new Map() },
    body: source.body,
    file: source.file,
    directory,
    depth,
  };
  const functions = terragruntFunctions({
    directory,
    ownDirectory: directoryOf(path),
    read: (other) => {
      const found = readTerragrunt(session, other, directoryOf(other), depth + 1);
      return found && asValue(found, { from: 'computed' });
    },
  });
  return readBody({ ...reading, session: { ...reading.session, functions } });
}

interface Reading {
  readonly session: Session;
  readonly body: SourceBody;
  readonly file: SourceFile;
  readonly directory: string;
  readonly depth: number;
}

function directoryOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function blocksOf({ body }: Reading, name: string): readonly SourceBlock[] {
  return body.blocks.filter((block) => block.name === name);
}

function readBody(reading: Reading): TerragruntConfiguration {
  const place: Origin = originOf(reading, { start: 0, end: 0 });
  const alone = envOf(reading, undefined);
  const included = blocksOf(reading, 'include').flatMap((block) => readInclude(block, alone, reading));
  const names: Binding = {
    name: 'include',
    value: includeValue(included, place),
    next: undefined,
  };
  const early = envOf(reading, names);
  const dependencies = new Map([
    ...included.flatMap(({ configuration }) => [...configuration.dependencies]),
    ...blocksOf(reading, 'dependency').map((block) => [labelOf(block), dependencyValue(block, early)] as const),
  ]);
  const env = envOf(reading, { name: 'dependency', value: makeMap([...dependencies], place), next: names });
  const own = readOwn(reading, env, dependencies, place);
  return included.reduce((merged, { configuration, strategy }) => {
    return strategy === 'no_merge' ? merged : mergeTerragrunt(configuration, merged, strategy === 'deep');
  }, own);
}

/** Locals are read like those of a module: when somebody asks. */
function envOf(reading: Reading, names: Binding | undefined): Env {
  const { session, file, directory } = reading;
  const locals = new Map<string, SourceAttribute>();
  for (const block of blocksOf(reading, 'locals'))
    for (const [name, each] of block.body.attributes) locals.set(name, each);
  const scope: Scope = {
    session,
    prefix: '',
    configuration: {
      directory,
      files: [file],
      locals,
      variables: new Map(),
      outputs: new Map(),
      resources: new Map(),
      modules: new Map(),
      providers: new Map(),
      moved: [],
      removed: [],
      terraform: [],
      problems: [],
    },
    calledFrom: [],
    presence: 'yes',
    parent: undefined,
    given: () => undefined,
    providers: new Map(),
    memo: new Map(),
    expansions: new Map(),
    names,
  };
  return { session, scope, file, bindings: names };
}

function readOwn(
  reading: Reading,
  env: Env,
  dependencies: ReadonlyMap<string, Value>,
  place: Origin,
): TerragruntConfiguration {
  const terraform = blocksOf(reading, 'terraform');
  const source = terraform.map((block) => block.body.attributes.get('source')).find(Boolean);
  const locals = [...(env.scope?.configuration.locals ?? [])].map(([name, attribute]) => {
    return [name, evaluate(attribute, env)] as const;
  });
  return {
    source: source && { value: evaluate(source, env), location: locationOf(source.file, source.expression) },
    inputs: asMap(reading.body.attributes.get('inputs'), env, place),
    locals: makeMap(locals, place),
    variableFiles: terraform.flatMap((block) => variableFilesOf(block, env)),
    generated: new Map(blocksOf(reading, 'generate').flatMap((block) => generatedFile(block, env))),
    dependencies,
  };
}

function evaluate(attribute: SourceAttribute, env: Env): Value {
  return env.session.evaluate(attribute.expression, { ...env, file: attribute.file });
}

/** What is not a map in full is an open one: it may hold any input. */
function asMap(attribute: SourceAttribute | undefined, env: Env, place: Origin): TerragruntConfiguration['inputs'] {
  if (!attribute) return makeMap([], place);
  const value = evaluate(attribute, env);
  if (value.state === 'known' && value.type === 'map') return value;
  return makeMap([], place, findUnknown(value) ?? makeUnresolved('invalid-value', 'inputs', place));
}

function variableFilesOf(block: SourceBlock, env: Env): readonly Value[] {
  return block.body.blocks
    .filter(({ name }) => name === 'extra_arguments')
    .flatMap(({ body }) => ['required_var_files', 'optional_var_files'].map((name) => body.attributes.get(name)))
    .flatMap((attribute) => {
      const list = attribute && evaluate(attribute, env);
      return list?.state === 'known' && list.type === 'list' ? list.items.map((item) => item.value) : [];
    });
}

function generatedFile(block: SourceBlock, env: Env): readonly [string, GeneratedFile][] {
  const [path, contents] = ['path', 'contents'].map((name) => block.body.attributes.get(name));
  const name = path && toText(evaluate(path, env));
  return name && contents ? [[labelOf(block), { name, contents: evaluate(contents, env) }]] : [];
}

interface Included {
  readonly label: string;
  readonly configuration: TerragruntConfiguration;
  readonly strategy: string;
}

function readInclude(block: SourceBlock, env: Env, reading: Reading): readonly Included[] {
  const { session, directory, depth } = reading;
  const attribute = block.body.attributes.get('path');
  const written = attribute && toText(evaluate(attribute, env));
  if (written === undefined) return [];
  const isAbsolute = written.startsWith(`${TREE_ROOT}/`);
  const path = isAbsolute ? joinPath('', written.slice(TREE_ROOT.length + 1)) : joinPath(directory, written);
  const configuration = path === undefined ? undefined : readTerragrunt(session, path, directory, depth + 1);
  const merge = block.body.attributes.get('merge_strategy');
  const strategy = (merge && toText(evaluate(merge, env))) ?? 'shallow';
  return configuration ? [{ label: labelOf(block), configuration, strategy }] : [];
}

function labelOf(block: SourceBlock): string {
  return block.labels[0]?.value ?? '';
}

/** `include.root.locals`; an include without a label is the only one. */
function includeValue(included: readonly Included[], place: Origin): Value {
  const [first] = included;
  if (first?.label === '') return asValue(first.configuration, place);
  return makeMap(
    included.map(({ label, configuration }) => [label, asValue(configuration, place)] as const),
    place,
  );
}

function asValue({ locals, inputs }: TerragruntConfiguration, place: Origin): Value {
  return makeMap(
    [
      ['locals', locals],
      ['inputs', inputs],
    ],
    place,
  );
}

/** What another configuration put out is in its state. Mock outputs are shown as what the author assumes. */
function dependencyValue(block: SourceBlock, env: Env): Value {
  const subject = `dependency.${labelOf(block)}.outputs`;
  const origin = originOf(block, block.header);
  const attribute = block.body.attributes.get('mock_outputs');
  const mocks = attribute && evaluate(attribute, env);
  const unknown = (name: string): UnresolvedValue =>
    makeUnresolved('remote-state', name, origin, { mayBeAbsent: true });
  const entries = mocks?.state === 'known' && mocks.type === 'map' ? [...mocks.entries] : [];
  const outputs = entries.map(([name, mock]): [string, Value] => {
    const value = encodeJson(mock)?.slice(0, 80);
    const assumption = {
      kind: 'declared' as const,
      subject: `${subject}.${name}`,
      ...(value !== undefined && { value }),
    };
    return [name, withOrigin(unknown(`${subject}.${name}`), origin, [assumption])];
  });
  return makeMap([['outputs', makeMap(outputs, origin, unknown(subject))]], origin);
}
