/** What a command is: its words for `--help`, its options, and what it does. */
import type { Host } from './host.ts';

export interface OptionSpec {
  readonly name: string;
  /** Name of the value in the help (`DIR`); without one the option is a switch. */
  readonly value?: string;
  readonly description: string;
  /** Words the value must be one of. */
  readonly oneOf?: readonly string[];
}

export interface ParsedArguments {
  readonly options: ReadonlyMap<string, string>;
  readonly positionals: readonly string[];
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
