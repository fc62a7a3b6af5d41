/**
 * The resources of a configuration as a plan has them: placed at the lines of the configuration, their values joined.
 * What the two disagree on is told, never resolved in favour of silence. Knows no rule.
 */
import type { Location } from '../../../model/location.ts';
import type { Origin, Value } from '../../../model/value.ts';
import type { Scope } from '../evaluation/session.ts';
import { takeSteps } from '../evaluation/take-steps.ts';
import type { TerraformResource } from '../terraform-resource.ts';
import { makeMap } from '../values/make-map.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { type Contradiction, type JoinLimits, joinPlanValue } from './join-plan-value.ts';
import { ConfigurationIndex, type Place } from './configuration-index.ts';
import { PlanReferences } from './plan-references.ts';
import { planValue } from './plan-value.ts';
import type { PlannedResource, TerraformPlan } from './terraform-plan.ts';

/** Something plan and configuration do not agree on. */
export interface Mismatch {
  readonly address: string;
  /** Undefined where the configuration has nothing of the name. */
  readonly location: Location | undefined;
  readonly kind: 'not-in-configuration' | 'not-in-plan' | 'other-value';
  readonly argument?: string;
  readonly values?: Contradiction;
}

export interface AppliedPlan {
  readonly resources: readonly TerraformResource[];
  readonly mismatches: readonly Mismatch[];
}

export interface PlannedUnit {
  readonly scopes: readonly [Scope, ...Scope[]];
  readonly resources: readonly TerraformResource[];
  /** Where an entry of the plan stands, for what has no place in the configuration. */
  readonly entryLocation: (resource: PlannedResource) => Location;
  /** There is no configuration to compare with. */
  readonly isAlone: boolean;
}

/** Only managed resources; data sources are not resources. */
export function applyPlan(plan: TerraformPlan, unit: PlannedUnit): AppliedPlan {
  const managed = unit.resources.filter(({ mode }) => mode === 'managed');
  const index = new ConfigurationIndex(managed, unit.scopes);
  const references = new PlanReferences(plan);
  const [{ session }] = unit.scopes;
  const limits: JoinLimits = { nesting: session.limits.nesting, spend: () => takeSteps(session, 1) };
  const mismatches: Mismatch[] = [];
  const resources: TerraformResource[] = [];
  for (const planned of plan.resources) {
    const place = index.find(planned.address);
    if (place?.isExpected !== true && !unit.isAlone) {
      mismatches.push({ address: planned.address, location: place?.location, kind: 'not-in-configuration' });
    }
    const location = place?.location ?? unit.entryLocation(planned);
    const joined = joinResource(planned, place ?? { location, calledFrom: [], isExpected: false }, references, limits);
    resources.push(joined.resource);
    for (const mismatch of joined.mismatches) mismatches.push(mismatch);
  }
  const missing = plan.isComplete ? missingOnes(plan, managed, session.assumptions.size > 0) : [];
  return { resources, mismatches: [...mismatches, ...missing] };
}

/** An instance whose number rests on the value of a variable may be missing. */
function missingOnes(
  plan: TerraformPlan,
  managed: readonly TerraformResource[],
  isAssumed: boolean,
): readonly Mismatch[] {
  const planned = new Set(plan.resources.map(({ address }) => address));
  return managed
    .filter(({ address, presence }) => presence === 'yes' && !planned.has(address))
    .filter(({ address }) => !(isAssumed && address.includes('[')))
    .map(({ address, location }): Mismatch => ({ address, location, kind: 'not-in-plan' }));
}

function joinResource(
  planned: PlannedResource,
  place: Place,
  references: PlanReferences,
  limits: JoinLimits,
): { readonly resource: TerraformResource; readonly mismatches: readonly Mismatch[] } {
  const { address, type, name, after, unknown, sensitive } = planned;
  const { source, location } = place;
  const origin: Origin = { from: 'computed', location };
  const body = planValue({ node: after, unknown, sensitive }, address, origin);
  const arguments_ = body.state === 'known' && body.type === 'map' ? body.entries : new Map<string, Value>();
  const entries: [string, Value][] = [];
  const mismatches: Mismatch[] = [];
  for (const argument of new Set([...(source?.body.entries.keys() ?? []), ...arguments_.keys()])) {
    const own = source ? source.body.entries.get(argument) : referenced(planned, argument, arguments_, references);
    const value = arguments_.get(argument);
    const joined = value === undefined ? { value: own, contradiction: undefined } : joinPlanValue(own, value, limits);
    if (joined.value !== undefined) entries.push([argument, joined.value]);
    const values = joined.contradiction;
    if (values === undefined || !place.isExpected || isAssumed(values.source)) continue;
    mismatches.push({ address, location: own?.origin?.location ?? location, kind: 'other-value', argument, values });
  }
  const { previousAddress } = planned;
  const resource: TerraformResource = {
    ...{ mode: 'managed', type, name, address, presence: 'yes', location, calledFrom: place.calledFrom },
    body: makeMap(entries, origin),
    ...(source?.provider && { provider: source.provider }),
    movedFrom: previousAddress === undefined ? [] : [previousAddress],
    ignoredChanges: [],
  };
  return { resource, mismatches };
}

/** An identifier of another planned resource, in a module that only the plan knows. */
function referenced(
  { address }: PlannedResource,
  argument: string,
  values: ReadonlyMap<string, Value>,
  references: PlanReferences,
): Value | undefined {
  const value = values.get(argument);
  if (value?.state !== 'unresolved' || references.isWritten(address, argument) === false) return undefined;
  const found = references.find(address, argument, value.origin);
  return found ?? makeUnresolved('provider-computed', `${address}.${argument}`, value.origin, { mayBeAbsent: true });
}

/** A default that the plan was made without is no contradiction. */
function isAssumed(value: Value): boolean {
  return value.origin?.assumptions?.some(({ kind }) => kind === 'variable-default') ?? false;
}
