/** A mistake in a rule file, with its place. Rules are ours or an organisation's, so this is a usage error, not data. */
export interface RuleFileError {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
