/**
 * Trouble the user can fix: a missing folder, an unknown ref, a shallow clone. Carries one plain sentence and, where
 * there is one, the single step that fixes it. Everything else that is thrown is a bug and shows its stack.
 */

export class UserError extends Error {
  /** The one step that makes it go away: a command or a setting. */
  readonly hint: string | undefined;
  /** DESIGN, "Verdict": usage or configuration error. */
  readonly exitCode = 2;

  constructor(message: string, hint?: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UserError';
    this.hint = hint;
  }
}
