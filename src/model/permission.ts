/** What one principal may do on one resource pattern, after all its policies on one side. Computed by `src/iam/`. */
import type { Anchor } from './location.ts';

export interface Permission {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly accessLevel: 'List' | 'Read' | 'Write' | 'Permissions management' | 'Tagging';
  /** Normalised conditions that still restrict it; empty when unconditional. */
  readonly conditions: readonly string[];
  readonly grantedAt: readonly Anchor[];
}
