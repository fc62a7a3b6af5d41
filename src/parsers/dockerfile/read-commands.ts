/**
 * The commands a RUN instruction runs, as values: shell form, exec form, and scripts in here-documents.
 * It runs nothing and does not look at what the commands mean.
 */
import type { Location } from '../../model/location.ts';
import type { ListItem, Origin, Value } from '../../model/value.ts';
import type { BuildState } from './build-state.ts';
import type { Instruction } from './instruction.ts';
import { mentionsSecret } from './mentions-secret.ts';
import { parseExecForm } from './parse-exec-form.ts';
import type { ShellCommand, ShellText, ShellWord } from './shell-command.ts';
import { splitPlainWords } from './split-plain-words.ts';
import { splitShellCommands } from './split-shell-commands.ts';
import { unwrapCommands } from './unwrap-commands.ts';

type Locate = (start: number, end: number) => Location;

function wordValue(word: ShellWord, locate: Locate, sensitive: boolean): Value {
  const location = locate(word.start, word.end);
  if (word.dynamicAt !== -1) {
    const known = word.text.slice(0, word.dynamicAt);
    const prefix = known === '' || sensitive ? {} : { knownPrefix: known };
    const subject = sensitive ? 'a shell expansion' : word.text.slice(0, 120);
    const unknown = { state: 'unresolved', reason: 'unsupported-expression', mayBeAbsent: false } as const;
    return { ...unknown, subject, ...prefix, origin: { from: 'source', location } };
  }
  const secret = sensitive ? { sensitive: true as const } : {};
  return { state: 'known', type: 'scalar', value: word.text, origin: { from: 'source', location }, ...secret };
}

function commandValue(command: ShellCommand, locate: Locate): Value {
  const sensitive = mentionsSecret(command.text);
  const origin: Origin = { from: 'source', location: locate(command.start, command.end) };
  const items = command.arguments.map(
    (word): ListItem => ({ presence: 'yes', value: wordValue(word, locate, sensitive) }),
  );
  const secret = sensitive ? { sensitive: true as const } : {};
  const entries = new Map<string, Value>([
    ['Name', wordValue(command.name, locate, false)],
    ['Arguments', { state: 'known', type: 'list', items, origin }],
    ['Text', { state: 'known', type: 'scalar', value: command.text, origin, ...secret }],
  ]);
  return { state: 'known', type: 'map', entries, origin };
}

/** An exec form as one command; its words have no positions of their own. */
function execCommand(words: readonly string[], text: string): ShellText {
  const at = (word: string): ShellWord => ({ text: word, start: 0, end: text.length, dynamicAt: -1 });
  const [name, ...rest] = words;
  if (name === undefined) return { commands: [], complete: true };
  const command = { name: at(name), arguments: rest.map(at), text, start: 0, end: text.length };
  return { commands: [command], complete: true };
}

const SHELL = /^(\/\S{0,200}\/)?(ba|da|a|z|k)?sh$/;
const SHELL_SHEBANG = /^#!\s*(\/\S{0,200}\/)?(env\s+)?(\/\S{0,200}\/)?(ba|da|a|z|k)?sh(\s|$)/;

interface Script {
  readonly shell: ShellText;
  readonly locate: Locate;
}

/** Nothing but here-documents, or a shell with its options and here-documents: their bodies are scripts. */
function isScriptLine(body: string): boolean {
  const words = splitPlainWords(body, 0).map((word) => word.text);
  if (SHELL.test(words[0] ?? '')) {
    words.shift();
    while (words[0]?.startsWith('-') === true) words.shift();
  }
  return words.every((word) => /^\d*<</.test(word));
}

/** Bodies of here-documents a shell runs; `complete` is false where another program reads one as a script. */
function heredocScripts(
  state: BuildState,
  instruction: Instruction,
  body: string,
): { scripts: Script[]; complete: boolean } {
  const scripts: Script[] = [];
  let complete = true;
  if (instruction.heredocs.length === 0 || !isScriptLine(body)) return { scripts, complete };
  for (const { body: text, raw } of instruction.heredocs) {
    if (text.startsWith('#!') && !SHELL_SHEBANG.test(text.split('\n', 1)[0] ?? '')) complete = false;
    else
      scripts.push({
        shell: splitShellCommands(text),
        locate: (start, end) => state.locationOf(raw + start, raw + end),
      });
  }
  return { scripts, complete };
}

/** Commands of one RUN, in order; `complete` is false where some could not be told. */
export function readCommands(
  state: BuildState,
  instruction: Instruction,
  posixShell: boolean,
): { readonly items: readonly ListItem[]; readonly complete: boolean } {
  const body = instruction.line.text.slice(instruction.bodyStart);
  const inLine: Locate = (start, end) =>
    state.locate(instruction, instruction.bodyStart + start, instruction.bodyStart + end);
  const exec = parseExecForm(body);
  const own = exec === undefined ? splitShellCommands(body) : execCommand(exec, body);
  const { scripts, complete: readable } = heredocScripts(state, instruction, body);
  const items: ListItem[] = [];
  let complete = readable && (posixShell || exec !== undefined);
  for (const { shell, locate } of [{ shell: own, locate: inLine }, ...scripts]) {
    const all = unwrapCommands(shell);
    complete &&= all.complete || (shell === own && scripts.length > 0);
    for (const command of all.commands) {
      state.spend(1 + command.arguments.length);
      items.push({ presence: 'yes', value: commandValue(command, locate) });
    }
  }
  return { items, complete };
}
