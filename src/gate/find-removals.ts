/**
 * Findings of removal rules: something that protected the system before is gone after (GuardDuty, a trail, a WAF
 * association). A state scanner cannot see them, because there is nothing left to look at.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../documents/canonical-json.ts';
import type { WatchedResource } from '../model/analysis.ts';
import type { RuleDescription } from '../model/rule.ts';
import type { RuleResult } from '../model/rule-result.ts';
import type { ComparedFinding } from './compare-sides.ts';
import type { ComparedSide } from './compared-side.ts';
import { identifyFinding } from './identify-finding.ts';
import { ResourceIndex } from './resource-index.ts';

/** One new finding, anchored on the before side, for each watched resource without a counterpart after. */
export function findRemovals(
  before: ComparedSide,
  after: ComparedSide,
  rules: ReadonlyMap<string, RuleDescription>,
): readonly ComparedFinding[] {
  const kept = new Set(after.analysis.watched.map((watched) => identityOf(watched, after)));
  const stood = new Set(before.analysis.watched.map((watched) => identityOf(watched, before)));
  // A `moved` block onto something that stood there before moves nothing.
  const arrived = after.analysis.watched.filter((watched) => !stood.has(identityOf(watched, after)));
  const arrivedByMove = new Set(arrived.flatMap((watched) => formerIdentities(watched, after)));
  const namesAfter = new Set(after.analysis.watched.map((watched) => nameOf(watched, after)));
  return before.analysis.watched.flatMap((watched) => {
    const rule = rules.get(watched.ruleId);
    const identity = identityOf(watched, before);
    const stillThere = kept.has(identity) || arrivedByMove.has(identity) || hasNamesake(watched, before, namesAfter);
    return rule === undefined || stillThere ? [] : [describeRemoval(watched, rule, before)];
  });
}

function identityOf(watched: WatchedResource, side: ComparedSide): string {
  const { unit, environment, address } = watched.resource;
  return `${watched.ruleId}\0${ResourceIndex.key(side.unitKey(unit), environment, address)}`;
}

function formerIdentities(watched: WatchedResource, side: ComparedSide): readonly string[] {
  const { unit, environment, movedFrom } = watched.resource;
  return movedFrom.map(
    (address) => `${watched.ruleId}\0${ResourceIndex.key(side.unitKey(unit), environment, address)}`,
  );
}

/**
 * A declared physical name is enough inside one unit: the protection is written elsewhere in what is deployed together.
 * In another unit it is not: nothing says that the other unit is deployed.
 */
function hasNamesake(watched: WatchedResource, before: ComparedSide, names: ReadonlySet<string>): boolean {
  return watched.resource.name !== watched.resource.address && names.has(nameOf(watched, before));
}

function nameOf({ ruleId, resource }: WatchedResource, side: ComparedSide): string {
  return [ruleId, side.unitKey(resource.unit), resource.kind, resource.environment, resource.name].join('\0');
}

function describeRemoval(watched: WatchedResource, rule: RuleDescription, before: ComparedSide): ComparedFinding {
  const { resource } = watched;
  const facts = { removed: resource.address, kind: resource.kind };
  const result: RuleResult & { outcome: 'fail' } = {
    ruleId: rule.id,
    outcome: 'fail',
    unit: resource.unit,
    environment: resource.environment,
    address: resource.address,
    discriminator: 'removed',
    location: resource.location,
    evidence: { facts, hash: createHash('sha256').update(canonicalJson(facts)).digest('hex') },
    assumptions: [],
    openReasons: [],
    message: rule.message.replaceAll('{name}', () => resource.name).replaceAll('{address}', () => resource.address),
  };
  const unitKey = before.unitKey(resource.unit);
  const finding = identifyFinding(result, { side: 'before', unitKey, resource, rule });
  return { baselineState: 'new', after: finding, regression: true };
}
