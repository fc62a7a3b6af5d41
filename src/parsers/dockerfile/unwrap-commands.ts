/**
 * Brings out commands that stand as arguments of others: `sh -c "…"`, `sudo x`, `env A=b x`, `eval "…"`.
 * Adds commands, never removes one; what it cannot tell makes the result incomplete.
 */
import type { ShellCommand, ShellText, ShellWord } from './shell-command.ts';
import { splitShellCommands } from './split-shell-commands.ts';

const DEEPEST = 6;
const SHELL = /(^|\/)(ba|da|a|z|k)?sh$/;
/** Wrapper to the number of words, after its options, that belong to the wrapper itself. */
const WRAPPERS: ReadonlyMap<string, number> = new Map([
  ['sudo', 0],
  ['doas', 0],
  ['env', 0],
  ['exec', 0],
  ['command', 0],
  ['builtin', 0],
  ['nohup', 0],
  ['nice', 0],
  ['time', 0],
  ['xargs', 0],
  ['busybox', 0],
  ['timeout', 1],
  ['gosu', 1],
  ['su-exec', 1],
]);

function baseName(word: ShellWord): string {
  return word.text.slice(word.text.lastIndexOf('/') + 1);
}

/** The command a wrapper runs; options are passed over, their separate values are not known and end up as a name. */
function wrapped(command: ShellCommand): ShellCommand | undefined {
  const own = WRAPPERS.get(baseName(command.name));
  if (own === undefined) return undefined;
  let at = 0;
  let left = own;
  for (; at < command.arguments.length; at += 1) {
    const word = command.arguments[at]?.text ?? '';
    if (word.startsWith('-') || /^[A-Za-z_][A-Za-z0-9_]*=/.test(word)) continue;
    if (left === 0) break;
    left -= 1;
  }
  const name = command.arguments[at];
  return name === undefined ? undefined : { ...command, name, arguments: command.arguments.slice(at + 1) };
}

/** The script text a command hands to a shell, with the word it stands in. */
function script(command: ShellCommand): { readonly text: string; readonly word: ShellWord } | undefined {
  const [first] = command.arguments;
  if (command.name.text === 'eval' && first !== undefined) {
    return { text: command.arguments.map((word) => word.text).join(' '), word: first };
  }
  if (!SHELL.test(command.name.text)) return undefined;
  const flag = command.arguments.findIndex((word) => /^-[a-z]*c$/.test(word.text));
  const word = flag === -1 ? undefined : command.arguments[flag + 1];
  return word === undefined ? undefined : { text: word.text, word };
}

interface Unwrapping {
  readonly commands: ShellCommand[];
  complete: boolean;
}

function visit(state: Unwrapping, command: ShellCommand, depth: number): void {
  state.commands.push(command);
  const inner = wrapped(command);
  const nested = script(command);
  if (inner === undefined && nested === undefined) return;
  if (depth >= DEEPEST) {
    state.complete = false;
    return;
  }
  if (inner !== undefined) visit(state, inner, depth + 1);
  if (nested === undefined) return;
  const split = splitShellCommands(nested.text);
  if (!split.complete || nested.word.dynamicAt === 0) state.complete = false;
  const at = (word: ShellWord): ShellWord => ({ ...word, start: nested.word.start, end: nested.word.end });
  for (const found of split.commands) {
    const placed = { name: at(found.name), arguments: found.arguments.map(at), text: found.text };
    visit(state, { ...placed, start: nested.word.start, end: nested.word.end }, depth + 1);
  }
}

/** All commands of a text with those inside wrappers and `-c` scripts after the one that holds them. */
export function unwrapCommands(shell: ShellText): ShellText {
  const state: Unwrapping = { commands: [], complete: shell.complete };
  for (const command of shell.commands) visit(state, command, 0);
  return state;
}
