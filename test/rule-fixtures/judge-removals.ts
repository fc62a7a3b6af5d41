/** What a removal rule says about a change, as results: `fail` for what is gone, `pass` for what is still watched. */
import { ComparedSide } from '../../src/gate/compared-side.ts';
import { findRemovals } from '../../src/gate/find-removals.ts';
import type { Analysis } from '../../src/model/analysis.ts';
import type { RuleDescription } from '../../src/model/rule.ts';
import type { Said } from './compare-fixture.ts';

/** Locations are those of the file in `before/`, below the rule's folder. */
export function judgeRemovals(
  folder: string,
  before: Analysis,
  after: Analysis,
  rule: RuleDescription,
): readonly (Said & { readonly format: string })[] {
  const rules = new Map([[rule.id, rule]]);
  const side = (name: 'before' | 'after', analysis: Analysis) => new ComparedSide(name, analysis, new Map(), rules);
  const removed = findRemovals(side('before', before), side('after', after), rules);
  const gone = new Set(removed.map(({ after: finding }) => `${finding?.unit}\0${finding?.address}`));
  return before.watched.map(({ resource }) => {
    const location = { ...resource.location, path: `${folder}before/${resource.location.path}` };
    const outcome = gone.has(`${resource.unit}\0${resource.address}`) ? ('fail' as const) : ('pass' as const);
    return { outcome, address: resource.address, location, block: location, format: resource.format };
  });
}
