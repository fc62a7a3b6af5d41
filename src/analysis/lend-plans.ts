/**
 * Where a directory is the same on both sides, the plan that was given for the head says the same of both: what it adds is
 * nothing the pull request does. Only a directory of which every read is the same counts.
 */
import type { Analysis } from '../model/analysis.ts';
import type { EvaluatedUnit } from '../model/unit.ts';
import type { PlannedEnvironment } from './analyze-tree.ts';

/** The before side with what given plans add to unchanged directories of the head. */
export function lendPlans(before: Analysis, after: Analysis, plans: readonly PlannedEnvironment[]): Analysis {
  if (plans.length === 0) return before;
  const environments = new Set(plans.map(({ environment }) => environment));
  const lent = after.units.filter((unit) => environments.has(unit.environment) && isUnchanged(unit, before, after));
  const places = new Set(lent.map(({ path, environment }) => `${path}\0${environment}`));
  const isLent = ({ unit, environment }: { readonly unit: string; readonly environment: string }): boolean =>
    places.has(`${unit}\0${environment}`);
  return {
    ...before,
    units: [...before.units, ...lent],
    resources: [...before.resources, ...after.resources.filter(isLent)],
    results: [...before.results, ...after.results.filter(isLent)],
  };
}

function isUnchanged({ path, format, generatedFrom }: EvaluatedUnit, before: Analysis, after: Analysis): boolean {
  if (generatedFrom === undefined) return false;
  const readsIn = ({ units }: Analysis): string => {
    const own = units.filter((unit) => unit.path === path && unit.format === format);
    const plain = own.filter((unit) => unit.generatedFrom === undefined);
    return JSON.stringify(plain.map(({ environment, reads }) => [environment, reads]));
  };
  return readsIn(before) === readsIn(after);
}
