/** What a command is: its words for `--help`, its options, and what it does. */
import type { Host } from './host.ts';

export interface OptionSpec {
  readonly name: string;
  /** Name of the value in the help (`DIR`); without one the option is a switch. */
  readonly value?: string;
  readonly description: string;
  /** Words the value must be one of. */
  readonly oneOf?: readonly string[];
  /** May be given several times; `=FILE` may follow each of its words. Only with `oneOf`. */
  readonly toFiles?: true;
  /** May be given several times; each counts. */
  readonly many?: true;
}

export interface ParsedArguments {
  readonly options: ReadonlyMap<string, string>;
  /** Of options with `toFiles`: every word with a file, in the order given. The one without is in `options`. */
  readonly files?: readonly OptionFile[];
  /** Of options with `many`: every value, in the order given. The first is in `options` too. */
  readonly lists?: ReadonlyMap<string, readonly string[]>;
  readonly positionals: readonly string[];
}

/** `--format html=report.html`: option, word and file. */
export interface OptionFile {
  readonly name: string;
  readonly word: string;
  readonly file: string;
}

/** DESIGN, "Verdict": success, failure, usage or configuration error, no verdict possible. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Lines below `Usage:`, without the program's name. */
  readonly usage: readonly string[];
  readonly options: readonly OptionSpec[];
  /** How many positional arguments it takes at most. */
  readonly maxPositionals: number;
  /** Throws a UserError for arguments that do not go together. */
  run(args: ParsedArguments, host: Host): Promise<ExitCode>;
}
