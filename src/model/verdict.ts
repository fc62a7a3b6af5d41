/** The answer of a run. DESIGN: "Verdict". GitHub counts neutral as satisfying, so unknown is never neutral. */

import type { Observation } from './observation.ts';

export interface Verdict {
  readonly conclusion: 'success' | 'failure' | 'neutral';
  /** One sentence: what decided, numbers first. */
  readonly reason: string;
  /** In monitor mode: what the conclusion would have been. */
  readonly wouldBe?: 'success' | 'failure';
  /** Present where monitor mode is the observation of a new installation. */
  readonly observation?: Observation;
  readonly blocking: number;
  /** Problems on changed inputs that fail the check by themselves. */
  readonly notEvaluated: number;
}

/** Waiting for something outside (an image scan); concluded by a later look or by the deadline. */
export interface PendingVerdict {
  readonly conclusion: 'in_progress';
  readonly reason: string;
  /** ISO 8601, UTC. */
  readonly until: string;
}

/** No verdict was possible: exit code 3, conclusion failure with the reason. */
export interface FailedRun {
  readonly conclusion: 'failure';
  readonly reason: string;
  readonly noVerdict: true;
}

export type AnyVerdict = Verdict | PendingVerdict | FailedRun;
