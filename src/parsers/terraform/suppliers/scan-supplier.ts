/**
 * Finds in a text what commands give to a configuration: `-var`, `-var-file`, `TF_VAR_*`, workspaces, and the directory
 * they run in. A linear scan over lines; nothing is executed and no language is parsed.
 */
import { literalText } from './literal-text.ts';
import { type LogicalLine, logicalLines } from './logical-lines.ts';
import { QuotedLine } from './quoted-line.ts';
import { readEnvironmentValues } from './read-environment-values.ts';
import type { CommandDirectory, GivenValue, SuppliedByFile, SupplierCommand } from './supplier-command.ts';
import { WorkingDirectories } from './working-directories.ts';

const FLAG = /(?:^|[\s"'`=[,(])--?(var|var-file)(?:=["']?|["'],?\s*["']|\s+|["']?\s*$)/g;
const WORKSPACE = /\bworkspace\s+(?:select|new)\s+(?:-or-create(?:=\w+)?\s+)?/;
const WORKSPACE_VARIABLE = /\bTF_WORKSPACE["']?\s*(?:[:?]?=|:)\s*/;
const TOOL = /\b(?:terraform|tofu|terragrunt)\b/;
const MOST_COMMANDS = 200;
const MOST_FLAGS = 100;
const NAME_OF_FLAG = /--?var(?:[= ]|["'],?\s?["'])["']?([A-Za-z_][\w-]{0,100})=/g;

/**
 * Commands and shared variables in the order of the text. Of what is beyond 200 commands only the names are read: it is
 * given, and what it is is not known.
 */
export function scanSupplier(path: string, text: string): SuppliedByFile {
  const commands: SupplierCommand[] = [];
  const ambient: GivenValue[] = [];
  if (!/-var|TF_VAR_|TF_WORKSPACE|workspace/.test(text)) return { commands, ambient };
  const lines = logicalLines(text);
  const directories = new WorkingDirectories(path, lines);
  let workspace: string | undefined;
  for (const [at, line] of lines.entries()) {
    const selected = readWorkspace(line.text);
    if (selected !== undefined) workspace = literalText(selected);
    const isFull = commands.length >= MOST_COMMANDS;
    const flags = flagsOf(line, lines[at + 1], isFull);
    const environment = readEnvironmentValues(path, lines, at);
    const isCommand = TOOL.test(line.text) || flags.values.length + flags.files.length > 0;
    if (!isCommand) for (const value of environment) ambient.push(value);
    const values = isCommand ? [...environment, ...flags.values] : [];
    const directory = own(line, directories.at(at));
    const command = { line: line.line, values, variableFiles: flags.files, workspace, directory };
    if (isFull) for (const { name } of values) ambient.push({ name, text: undefined, line: line.line });
    else if (saysSomething(command) || selected !== undefined) commands.push(command);
  }
  return { commands, ambient };
}

function flagsOf(line: LogicalLine, next: LogicalLine | undefined, isFull: boolean): Flags {
  return isFull ? { values: namesOnly(line), files: [] } : readFlags(line, next);
}

function saysSomething({ values, variableFiles }: SupplierCommand): boolean {
  return values.length + variableFiles.length > 0;
}

/** `-chdir` is nearer than anything around the command. */
function own(line: LogicalLine, around: CommandDirectory): CommandDirectory {
  const match = /(?:-chdir|--terragrunt-working-dir|--working-dir)(?:=|\s+)/.exec(line.text);
  if (!match) return around;
  const start = match.index + match[0].length;
  const path = literalText(new QuotedLine(line.text).wordAt(start));
  return path === undefined ? 'unknown' : { path };
}

function readWorkspace(text: string): string | undefined {
  const match = WORKSPACE.exec(text) ?? WORKSPACE_VARIABLE.exec(text);
  if (!match) return undefined;
  const start = match.index + match[0].length;
  return new QuotedLine(text).wordAt(start);
}

interface Flags {
  readonly values: GivenValue[];
  readonly files: string[];
}

function readFlags(line: LogicalLine, next: LogicalLine | undefined): Flags {
  const flags: Flags = { values: [], files: [] };
  if (!line.text.includes('-var')) return flags;
  const quoted = new QuotedLine(line.text);
  const matches = [...line.text.matchAll(FLAG)];
  if (matches.length > MOST_FLAGS) return { values: namesOnly(line), files: [] };
  for (const match of matches) {
    const end = match.index + match[0].length;
    const isList = /["'],?\s*["']$/.test(match[0]);
    const isQuoted = /=["']$/.test(match[0]);
    const start = isQuoted ? end - 1 : end;
    const outer = isList ? (line.text[end - 1] ?? ' ') : quoted.quoteAt(start);
    const isLast = end >= line.text.length && !isQuoted;
    const word = isLast ? nextItem(next) : quoted.wordAt(start, outer);
    if (word === undefined) continue;
    if (match[1] === 'var') addValue(flags.values, word, isLast ? (next?.line ?? line.line) : line.line);
    else flags.files.push(word);
  }
  return flags;
}

function namesOnly({ text, line }: LogicalLine): GivenValue[] {
  const names = new Set([...text.matchAll(NAME_OF_FLAG)].map((match) => match[1] ?? ''));
  return [...names].map((name) => ({ name, text: undefined, line }));
}

/** A list written over lines: the value of the flag is the next item. */
function nextItem(next: LogicalLine | undefined): string | undefined {
  const item = next && /^\s*-?\s*/.exec(next.text);
  return item ? new QuotedLine(next.text).wordAt(item[0].length, ' ').replace(/,$/, '') : undefined;
}

function addValue(values: GivenValue[], word: string, line: number): void {
  const equals = word.indexOf('=');
  const name = word.slice(0, Math.max(0, equals)).trim();
  if (!/^[A-Za-z_][\w-]*$/.test(name)) return;
  values.push({ name, text: literalText(word.slice(equals + 1)), line });
}
