/** What `threatdiff --help` says: the commands, the common case first, and what the exit codes mean. */
import type { Command } from './command.ts';

/** Overview of all commands. */
export function renderOverview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Shows what a change does to your attack surface.',
    '',
    'Usage:',
    '  threatdiff              what the work tree changes against the default branch',
    '  threatdiff COMMAND …',
    '',
    'Commands:',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'threatdiff COMMAND --help says more; threatdiff --version says the version.',
    '',
    'Exit codes: 0 nothing blocks; 1 something blocks, or a changed input could not',
    'be evaluated; 2 usage or configuration error; 3 no verdict was possible.',
    '',
  ].join('\n');
}
