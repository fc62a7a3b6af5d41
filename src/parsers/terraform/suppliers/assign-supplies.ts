/**
 * Decides which unit a command is about, and makes environments of what it gives. Where a command does not say where it
 * runs, every unit that declares what it gives is meant.
 */
import type { Location } from '../../../model/location.ts';
import type { SuppliedValue, Unit, UnitEnvironment, UnitSupply } from '../../../model/unit.ts';
import { joinPath } from '../configuration/join-path.ts';
import { nameEnvironments } from './name-environments.ts';
import type { Declarations } from './read-declarations.ts';
import type { GivenValue, SuppliedByFile, SupplierCommand } from './supplier-command.ts';

/** More than this many and what differs between them is not known. */
const MOST_ENVIRONMENTS = 8;

export interface Assignment {
  readonly path: string;
  readonly supplied: SuppliedByFile;
  readonly unitPaths: ReadonlySet<string>;
  /** Whether a file is in the tree. */
  readonly exists: (path: string) => boolean;
  /** Whether anything in the tree asks for its workspace. */
  readonly workspacesMatter: boolean;
}

interface Supply extends UnitSupply {
  readonly variableFiles: readonly string[];
}

/** Environments of one unit that one file shows; none where the file is about other units. */
export function assignSupplies(unit: Unit, declared: Declarations, file: Assignment): readonly UnitEnvironment[] {
  const isKnown = (value: GivenValue): boolean => declared.variables.has(value.name);
  const commands = file.supplied.commands.flatMap((command) => {
    const places = placesOf(command, file);
    if (places !== undefined && !places.has(unit.path)) return [];
    const variableFiles = filesOf(command, unit, file);
    const isClear = places !== undefined;
    const matters = declared.readsWorkspace || (isClear && file.workspacesMatter);
    const workspace = matters ? command.workspace : undefined;
    return [{ values: command.values.filter(isKnown), variableFiles, workspace }];
  });
  const useful = commands.filter((each) => each.values.length + each.variableFiles.length > 0 || each.workspace);
  const rounds = alternatives(file.supplied.ambient.filter(isKnown));
  const bases = useful.length > 0 ? useful : [{ values: [], variableFiles: [], workspace: undefined }];
  const supplies = bases.flatMap((base) => rounds.map((ambient) => makeSupply(file.path, base, ambient)));
  const distinct = [...new Map(supplies.map((supply) => [identity(supply), supply])).values()].filter(saysSomething);
  const kept = distinct.length > MOST_ENVIRONMENTS ? [blur(file.path, distinct)] : distinct;
  const names = nameEnvironments(file.path, kept);
  return kept.map(({ variableFiles, ...supply }, at) => ({ name: names[at] ?? file.path, variableFiles, supply }));
}

/** Units a command may mean; undefined where it could be any. */
function placesOf({ directory }: SupplierCommand, file: Assignment): ReadonlySet<string> | undefined {
  const home = file.path.slice(0, Math.max(0, file.path.lastIndexOf('/')));
  if (directory === 'unknown') return undefined;
  const own = directory?.path ?? '.';
  const candidates = [joinPath(home, own), ...(directory ? [joinPath('', own)] : [])].map((path) => path || '.');
  const found = new Set(candidates.filter((path) => file.unitPaths.has(path)));
  return found.size > 0 && (directory !== undefined || home !== '') ? found : undefined;
}

function filesOf(command: SupplierCommand, unit: Unit, file: Assignment): readonly string[] {
  return command.variableFiles.flatMap((written) => {
    const base = unit.path === '.' ? '' : unit.path;
    const path = joinPath(base, written);
    return path !== undefined && file.exists(path) ? [path] : [];
  });
}

/** Shared variables with several values make several environments: the first values, the second ones, and so on. */
function alternatives(ambient: readonly GivenValue[]): readonly (readonly GivenValue[])[] {
  const byName = new Map<string, GivenValue[]>();
  for (const value of ambient) {
    const known = byName.get(value.name) ?? [];
    if (known.length > MOST_ENVIRONMENTS || known.some(({ text }) => text === value.text)) continue;
    byName.set(value.name, [...known, value]);
  }
  const most = [...byName.values()].reduce((count, values) => Math.max(count, values.length), 1);
  return Array.from({ length: Math.min(most, MOST_ENVIRONMENTS + 1) }, (_, at) => {
    return [...byName.values()].flatMap((values) => values[at] ?? values.at(-1) ?? []);
  });
}

interface Base {
  readonly values: readonly GivenValue[];
  readonly variableFiles: readonly string[];
  readonly workspace: string | undefined;
}

function makeSupply(path: string, base: Base, ambient: readonly GivenValue[]): Supply {
  const values = new Map<string, SuppliedValue>();
  for (const given of ambient) values.set(given.name, { ...toSupplied(path, given), isWeak: true });
  for (const given of base.values) values.set(given.name, toSupplied(path, given));
  return {
    file: path,
    values: [...values.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    variableFiles: base.variableFiles,
    isOverlay: true,
    ...(base.workspace && { workspace: base.workspace }),
  };
}

function toSupplied(path: string, { name, text, line }: GivenValue): SuppliedValue {
  const range = { startLine: line, startColumn: 1, endLine: line, endColumn: 1 };
  const location: Location = { path, range };
  return { name, location, ...(text !== undefined && { text }) };
}

function identity({ values, variableFiles, workspace }: Supply): string {
  return JSON.stringify([values.map(({ name, text }) => [name, text ?? null]), variableFiles, workspace]);
}

function saysSomething({ values, variableFiles, workspace }: Supply): boolean {
  return values.length + variableFiles.length > 0 || workspace !== undefined;
}

/** One environment for too many: what every one of them says alike is kept. */
function blur(file: string, supplies: readonly Supply[]): Supply {
  const values = new Map<string, SuppliedValue>();
  for (const value of supplies.flatMap((supply) => supply.values)) {
    const { text: _text, ...unknown } = value;
    const known = values.get(value.name);
    values.set(value.name, known && known.text !== value.text ? unknown : value);
  }
  return { file, values: [...values.values()], variableFiles: [], isOverlay: true };
}
