/** Two trees, the policy that judges them and the day. Closing the change closes everything opened for it. */
import type { GivenPlan } from '../model/inputs.ts';
import type { PolicySources } from '../model/policy.ts';
import type { ChangeSource } from '../source/snapshot.ts';

export interface OpenedChange {
  readonly change: ChangeSource;
  readonly policy: PolicySources;
  readonly asOf: string;
  /** Of the head. */
  readonly plans?: readonly GivenPlan[];
}
