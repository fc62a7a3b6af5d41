/**
 * From arguments to an exit code: finds the command, answers `--help` and `--version`, turns errors into a sentence.
 * Knows no command's work; touches nothing but the host it is given.
 */
import { UserError } from '../config/user-error.ts';
import { makeVisible } from '../reporters/make-visible.ts';
import { suggestName } from '../rule-engine/suggest-name.ts';
import type { Command, ExitCode } from './command.ts';
import type { Host } from './host.ts';
import { parseArguments } from './parse-arguments.ts';
import { renderHelp } from './render-help.ts';
import { renderOverview } from './render-overview.ts';

/** Runs the command `args` name; without one the first of `commands`. Never throws: a bug is exit code 3. */
export async function runCommandLine(
  args: readonly string[],
  commands: readonly Command[],
  host: Host,
): Promise<ExitCode> {
  try {
    return await dispatch(args, commands, host);
  } catch (error) {
    if (error instanceof UserError) {
      const hint = error.hint === undefined ? '' : `\n  ${makeVisible(error.hint, 1000)}`;
      await host.stderr.write(`threatdiff: ${makeVisible(error.message, 1000)}${hint}\n`);
      return error.exitCode;
    }
    await host.stderr.write(`threatdiff: no verdict, because of an error in threatdiff itself.\n${describe(error)}\n`);
    return 3;
  }
}

async function dispatch(args: readonly string[], commands: readonly Command[], host: Host): Promise<ExitCode> {
  const [first = '', ...rest] = args;
  const isOption = first.startsWith('-') || first === '';
  const wanted = isOption ? commands[0] : commands.find(({ name }) => name === first);
  if (wanted === undefined) throw unknownCommand(first, commands);
  const own = isOption ? args : rest;
  const question = beforeSeparator(own);
  if (question.some((arg) => arg === '--help' || arg === '-h')) {
    await host.stdout.write(isOption ? renderOverview(commands) : renderHelp(wanted));
    return 0;
  }
  if (isOption && question.includes('--version')) {
    await host.stdout.write(`${host.version}\n`);
    return 0;
  }
  return await wanted.run(parseArguments(own, wanted), host);
}

function beforeSeparator(args: readonly string[]): readonly string[] {
  const separator = args.indexOf('--');
  return separator === -1 ? args : args.slice(0, separator);
}

function unknownCommand(written: string, commands: readonly Command[]): UserError {
  const names = commands.map(({ name }) => name);
  const meant = suggestName(written, names);
  return new UserError(
    `There is no command ${JSON.stringify(written.slice(0, 200))}.`,
    meant === undefined ? `The commands are ${names.join(', ')}. See threatdiff --help.` : `Did you mean ${meant}?`,
  );
}

/** Stack and causes; each line visible, because messages may hold names of the pull request. */
function describe(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const text = stack
    .split('\n')
    .map((line) => makeVisible(line, 1000))
    .join('\n');
  if (!(error instanceof Error) || error.cause === undefined || error.cause === error) return text;
  const { cause } = error;
  return `${text}\ncaused by ${makeVisible(cause instanceof Error ? (cause.stack ?? cause.message) : JSON.stringify(cause), 4000)}`;
}
