/** What a look at an installation found, one thing at a time. Types only. */

/**
 * `unknown`: GitHub did not answer, or what decides cannot be seen. `not-seen`: this token or key may not see it, and
 * nothing hangs on it alone.
 */
export type DiagnosisState = 'ok' | 'warning' | 'problem' | 'unknown' | 'not-seen';

export interface Diagnosis {
  /** Two or three words: what was looked at. */
  readonly about: string;
  readonly state: DiagnosisState;
  /** What is so and what it means. Names come from GitHub: whoever shows it makes them harmless. */
  readonly says: string;
  /** What to do, in one line. */
  readonly remedy?: string;
}
