/**
 * Text that a runner of GitHub Actions takes for no command, whoever prints it: `::name::` at the start of a line, blanks
 * before it or not, and `##[name]` anywhere in it. Text of a pull request must not be one.
 */

const BREAK = '\u200b';

/** Several lines in, the same lines out, with a zero-width space inside of what would be a command. */
export function withoutWorkflowCommands(text: string): string {
  return text.replaceAll('##[', `##${BREAK}[`).replaceAll(/^([^\S\n]*)(?=::)/gm, `$1${BREAK}`);
}
