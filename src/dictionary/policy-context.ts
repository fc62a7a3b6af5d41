/** State of one normalisation of a policy document; its parts hand it to each other. */
import type { Problem } from '../model/problem.ts';

/** What one normalisation collects, and how many more values it may make (shared structure is expanded). */
export interface PolicyContext {
  readonly problems: Problem[];
  remaining: number;
}
