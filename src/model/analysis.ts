/** One tree, analysed: what the stages up to the rules found. The gate compares two of them. Plain data. */
import type { Problem } from './problem.ts';
import type { SideReceipt } from './receipt.ts';
import type { Resource } from './resource.ts';
import type { RuleResult } from './rule-result.ts';
import type { TreeEntry } from './tree.ts';
import type { EvaluatedUnit } from './unit.ts';

export interface Analysis {
  /** Commit id, or the label of a directory. */
  readonly snapshot: string;
  readonly entries: readonly TreeEntry[];
  /** Path to format, for every file some parser took. */
  readonly understood: ReadonlyMap<string, string>;
  readonly units: readonly EvaluatedUnit[];
  readonly resources: readonly Resource[];
  readonly results: readonly RuleResult[];
  /** Resources a removal rule watches: rule id and resource; the guard of the rule held for them. */
  readonly watched: readonly WatchedResource[];
  readonly problems: readonly Problem[];
  readonly receipt: SideReceipt;
}

export interface WatchedResource {
  readonly ruleId: string;
  readonly resource: Resource;
}
