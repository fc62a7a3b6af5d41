/**
 * One thing to fix, however often it shows: instances of one block, a module called twice, one variable that several
 * resources rest on. Groups only; every finding stays in exactly one group.
 */
import { canonicalJson } from '../documents/canonical-json.ts';
import type { Finding } from '../model/finding.ts';
import type { ShownChange } from './group-changes.ts';

export interface RootCause {
  readonly first: ShownChange;
  /** The other places of the same cause, in order. */
  readonly others: readonly ShownChange[];
}

/** In the order of the first of each. */
export function groupRootCauses(shown: readonly ShownChange[]): readonly RootCause[] {
  const groups = new Map<string, { readonly first: ShownChange; readonly others: ShownChange[] }>();
  for (const item of shown) {
    const key = causeOf(item.finding);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { first: item, others: [] });
    else known.others.push(item);
  }
  return [...groups.values()];
}

/** The same values of the same inputs, else the place that decides. */
function causeOf({ ruleId, outcome, evidence, assumptions, anchor, discriminator }: Finding): string {
  const inputs = assumptions.flatMap(({ subject, location }) => (location === undefined ? [] : [[subject, location]]));
  if (inputs.length > 0 && inputs.length === assumptions.length)
    return canonicalJson([ruleId, outcome, evidence.hash, discriminator, inputs]);
  return canonicalJson([ruleId, outcome, anchor]);
}
