/** A rule ready to be evaluated. Holds closures; the plain form that crosses threads is the rule pack. */
import type { RuleDescription } from '../model/rule.ts';
import type { Compiled } from './cel/frame.ts';
import type { MessagePart } from './parse-message.ts';
import type { PropertyPath } from './property-path.ts';
import type { RuleDefinition } from './rule-schema.ts';

export interface CompiledRule {
  readonly definition: RuleDefinition;
  /** What the gate and the reporters see; policy is not applied yet. */
  readonly description: RuleDescription;
  readonly kinds: readonly string[];
  readonly applies: Compiled | undefined;
  readonly each: Compiled | undefined;
  /** Undefined for removal rules, which the gate evaluates. */
  readonly fails: Compiled | undefined;
  /** In order of preference; empty: the value that decided. */
  readonly pointsAt: readonly PropertyPath[];
  /** Facts beside those that decided. */
  readonly evidence: readonly PropertyPath[];
  readonly message: readonly MessagePart[];
  /** Parts of expressions without a static type: a typo in them is not seen at load. */
  readonly untyped: readonly string[];
}
