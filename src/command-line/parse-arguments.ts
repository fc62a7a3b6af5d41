/** Arguments of one command. Everything it does not know is an error that names the nearest option. */
import { parseArgs } from 'node:util';
import { UserError } from '../config/user-error.ts';
import { suggestName } from '../rule-engine/suggest-name.ts';
import type { Command, OptionFile, OptionSpec, ParsedArguments } from './command.ts';

/** Throws a UserError for unknown or repeated options, missing or superfluous values, and too many arguments. */
export function parseArguments(
  args: readonly string[],
  command: Pick<Command, 'name' | 'options' | 'maxPositionals'>,
): ParsedArguments {
  const specs = new Map(command.options.map((spec) => [spec.name, spec]));
  const types = command.options.map(({ name, value }) => [name, { type: value ? 'string' : 'boolean' }] as const);
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(types),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const options = new Map<string, string>();
  const files: OptionFile[] = [];
  const lists = new Map<string, readonly string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = specs.get(token.name) ?? failUnknown(token.rawName, command);
    // The next option is no value; one that starts with a dash is written --name=-value.
    const taken = token.inlineValue === false && token.value.startsWith('--') ? undefined : token.value;
    const toFile = readFile(spec, taken);
    if (toFile !== undefined) {
      files.push(toFile);
      continue;
    }
    addValue(spec, readValue(spec, taken), { options, lists });
  }
  if (positionals.length > command.maxPositionals) {
    throw new UserError(`Unexpected argument ${quote(positionals[command.maxPositionals])}.`, seeHelp(command.name));
  }
  return {
    ...{ options, positionals },
    ...(files.length === 0 ? {} : { files }),
    ...(lists.size === 0 ? {} : { lists }),
  };
}

interface Values {
  readonly options: Map<string, string>;
  readonly lists: Map<string, readonly string[]>;
}

function addValue(spec: OptionSpec, value: string, { options, lists }: Values): void {
  const { name, many } = spec;
  if (options.has(name) && many !== true) throw givenTwice(spec);
  if (!options.has(name)) options.set(name, value);
  if (many) lists.set(name, [...(lists.get(name) ?? []), value]);
}

/** `html=report.html` of an option that takes files; undefined for everything without a file. */
function readFile(spec: OptionSpec, value: string | undefined): OptionFile | undefined {
  const at = value?.indexOf('=') ?? -1;
  if (spec.toFiles !== true || value === undefined || at === -1) return undefined;
  const file = value.slice(at + 1);
  if (file === '') throw new UserError(`--${spec.name} ${quote(value)} names no file.`, 'Write one after the =.');
  return { name: spec.name, word: readValue(spec, value.slice(0, at)), file };
}

function givenTwice({ name, toFiles }: OptionSpec): UserError {
  const hint = toFiles ? `Give it once, and each further one a file: --${name} html=report.html` : 'Give it once.';
  return new UserError(`--${name} was given twice.`, hint);
}

function readValue(spec: OptionSpec, value: string | undefined): string {
  if (spec.value === undefined) {
    if (value === undefined) return 'yes';
    throw new UserError(`--${spec.name} takes no value.`, `Leave out ${quote(value)}.`);
  }
  if (value === undefined || value === '') {
    throw new UserError(`--${spec.name} needs a value: ${spec.oneOf?.join(', ') ?? spec.value}.`);
  }
  if (spec.oneOf === undefined || spec.oneOf.includes(value)) return value;
  const meant = suggestName(value, spec.oneOf);
  const all = `Use one of ${spec.oneOf.join(', ')}.`;
  const hint = meant === undefined ? all : `Did you mean ${meant}? ${all}`;
  throw new UserError(`--${spec.name} cannot be ${quote(value)}.`, hint);
}

function failUnknown(rawName: string, command: Pick<Command, 'name' | 'options'>): never {
  const names = [...command.options.map(({ name }) => `--${name}`), '--help', '--version'];
  const meant = suggestName(rawName, names);
  throw new UserError(
    `Unknown option ${quote(rawName)}.`,
    meant === undefined ? seeHelp(command.name) : `Did you mean ${meant}?`,
  );
}

function seeHelp(name: string): string {
  return `See threatdiff ${name} --help.`;
}

function quote(text: string | undefined): string {
  return JSON.stringify((text ?? '').slice(0, 200));
}
