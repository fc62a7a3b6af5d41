/** A patch with the rule results it promises to turn. Vocabulary only. */
import type { Patch } from '../model/patch.ts';
import type { RuleResult } from '../model/rule-result.ts';

export interface PatchProposal {
  readonly patch: Patch;
  /** One block may fail in several units, environments and instances. */
  readonly results: readonly RuleResult[];
}
