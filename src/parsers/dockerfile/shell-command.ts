/**
 * What the shell splitter gives: simple commands with their words. Vocabulary only.
 */

/** A word after quotes and escapes are removed; offsets are in the text that was split. */
export interface ShellWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where in `text` the first expansion (`$x`, `$(…)`, backticks) stands, written out literally; -1 without one. */
  readonly dynamicAt: number;
}

/** One simple command, without assignments before it and without redirections. */
export interface ShellCommand {
  readonly name: ShellWord;
  readonly arguments: readonly ShellWord[];
  /** Source text of the command, redirections included. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface ShellText {
  /** In order of where they start; commands inside substitutions follow the command that holds them. */
  readonly commands: readonly ShellCommand[];
  /** False where some commands could not be told: nesting too deep, a script fed to a shell, an open quote. */
  readonly complete: boolean;
}
