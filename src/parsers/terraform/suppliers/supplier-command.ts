/**
 * What a text gives to a configuration, before anybody knows which one. Plain data.
 */

/** One variable; without `text` its value is made when the command runs. */
export interface GivenValue {
  readonly name: string;
  readonly text: string | undefined;
  /** Lines start at 1. */
  readonly line: number;
}

/** Where a command runs: a path as written, `unknown` where it is computed, undefined where nothing is said. */
export type CommandDirectory = { readonly path: string } | 'unknown' | undefined;

/** One command line. */
export interface SupplierCommand {
  readonly line: number;
  readonly values: readonly GivenValue[];
  /** As written, relative to the directory. */
  readonly variableFiles: readonly string[];
  readonly workspace: string | undefined;
  readonly directory: CommandDirectory;
}

export interface SuppliedByFile {
  readonly commands: readonly SupplierCommand[];
  /** `TF_VAR_*` that hold for more than one command. */
  readonly ambient: readonly GivenValue[];
}
