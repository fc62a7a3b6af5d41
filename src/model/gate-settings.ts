/** The part of policy the gate acts on. Defaults and descriptions are in `src/config/schema.ts`. */
import type { Observation } from './observation.ts';
import type { Severity } from './rule-result.ts';

export interface GateSettings {
  readonly mode: 'enforce' | 'monitor';
  /** Why the mode is `monitor`, where nobody chose it: the installation is new. */
  readonly observation?: Observation | undefined;
  /** Lowest severity at which a new or updated finding blocks. */
  readonly failOn: Severity;
  /** Lowest severity at which a control that held before and does not, or is not known, after blocks. */
  readonly failOnRegression: Severity;
}
