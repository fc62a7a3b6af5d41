/** One threat pattern applied to one target, with its risk and the state of the controls against it. */
import type { Anchor } from './location.ts';
import type { Severity } from './rule-result.ts';

export type Stride =
  | 'spoofing'
  | 'tampering'
  | 'repudiation'
  | 'information-disclosure'
  | 'denial-of-service'
  | 'elevation-of-privilege';

/** The worst of the control's rules: fail is absent, open unknown, pass present; `declared` is partial at most. */
export type ControlState = 'present' | 'partial' | 'absent' | 'unknown' | 'declared';

export interface Threat {
  readonly id: string;
  readonly pattern: string;
  readonly targets: readonly string[];
  readonly stride: readonly Stride[];
  readonly severity: Severity;
  readonly likelihood: 1 | 2 | 3 | 4 | 5;
  readonly impact: 1 | 2 | 3 | 4 | 5;
  readonly status: 'open' | 'mitigated' | 'accepted';
  readonly controls: readonly {
    readonly id: string;
    readonly state: ControlState;
    readonly evidence: readonly Anchor[];
  }[];
}
