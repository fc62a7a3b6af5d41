/** Two trees and the policy that judges them, opened. Closing the change closes everything that was opened for it. */
import type { PolicySources } from '../model/policy.ts';
import type { ChangeSource } from '../source/snapshot.ts';

export interface OpenedChange {
  readonly change: ChangeSource;
  readonly policy: PolicySources;
}
