/** Help texts, from what the commands say of themselves, readable in eighty columns. */
import { wrapText } from '../reporters/terminal/wrap-text.ts';
import type { Command, OptionSpec } from './command.ts';

const COLUMNS = 80;

/** Help of one command. */
export function renderHelp(command: Command): string {
  const usage = command.usage.map((line) => `  threatdiff ${line}`);
  const options: readonly OptionSpec[] = [...command.options, { name: 'help', description: 'This text.' }];
  const left = options.map(({ name, value }) => `--${name}${value === undefined ? '' : ` ${value}`}`);
  const width = Math.max(...left.map((text) => text.length));
  const rows = options.flatMap((option, index) =>
    wrapText(describe(option), COLUMNS - width - 4).map(
      (line, row) => `  ${(row === 0 ? (left[index] ?? '') : '').padEnd(width)}  ${line}`,
    ),
  );
  return [command.summary, '', 'Usage:', ...usage, '', 'Options:', ...rows, ''].join('\n');
}

function describe({ description, oneOf }: OptionSpec): string {
  return oneOf === undefined ? description : `${description} One of ${oneOf.join(', ')}.`;
}
