/** Resources of generated units stay only where a finding is about them: they are no part of the inventory. */
import type { Resource } from '../model/resource.ts';
import type { RuleResult } from '../model/rule-result.ts';
import type { EvaluatedUnit } from '../model/unit.ts';

/** Resources in, those that count or that some result needs out. */
export function keepShown(
  resources: readonly Resource[],
  results: readonly RuleResult[],
  units: readonly EvaluatedUnit[],
): readonly Resource[] {
  const generated = new Set(
    units
      .filter(({ generatedFrom }) => generatedFrom !== undefined)
      .map(({ path, environment }) => `${path}\0${environment}`),
  );
  if (generated.size === 0) return resources;
  const needed = new Set(results.map(({ unit, environment, address }) => [unit, environment, address].join('\0')));
  return resources.filter(({ unit, environment, address }) => {
    return !generated.has(`${unit}\0${environment}`) || needed.has([unit, environment, address].join('\0'));
  });
}
