/** What the gate and the reporters need to know about a rule; the engine compiles the rest. Policy already applied. */
import type { Severity } from './rule-result.ts';

export interface RuleDescription {
  readonly id: string;
  readonly title: string;
  /** After policy. */
  readonly severity: Severity;
  readonly lifecycle: 'experimental' | 'stable' | 'deprecated';
  readonly controls: readonly string[];
  /** Older ids that waivers and policy may still name. */
  readonly aliases: readonly string[];
  /** `removal`: fails when a resource it applied to before is gone after. */
  readonly trigger: 'state' | 'removal';
  readonly kinds: readonly string[];
  /** Policy's word: `always` and `never` override the severity. */
  readonly blocks: 'always' | 'never' | 'by-severity';
  /** For removal rules: `{name}` and `{address}` are filled in. */
  readonly message: string;
  readonly narrower?: NarrowerOrder;
  /** Whether losing the control blocks, whatever the severity; by severity where undefined. */
  readonly regressionBlocks?: boolean;
}

/**
 * A partial order on evidence. Facts not named must be equal; an update whose named facts all moved in the safe
 * direction is not new. Facts are named by their last property (`CidrIp`).
 */
export type NarrowerOrder = Readonly<
  Record<string, 'cidr-subset' | 'list-subset' | 'smaller' | 'greater' | 'no-longer-set'>
>;
