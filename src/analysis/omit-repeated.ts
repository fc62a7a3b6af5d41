/**
 * Leaves out of the variants of a unit what its other environments say already: a command that gives a variable adds
 * findings, it does not repeat those there are.
 */
import type { WatchedResource } from '../model/analysis.ts';
import type { RuleResult } from '../model/rule-result.ts';
import type { EvaluatedUnit } from '../model/unit.ts';

interface Ruled {
  readonly results: readonly RuleResult[];
  readonly watched: readonly WatchedResource[];
}

/** Results that fail or are open, and what removal rules watch; results that pass stay, the comparison needs them. */
export function omitRepeated<T extends Ruled>(ruled: T, units: readonly EvaluatedUnit[]): T {
  const overlays = new Set(
    units.filter(({ supply }) => supply?.isOverlay === true).map(({ path, environment }) => keyOf(path, environment)),
  );
  if (overlays.size === 0) return ruled;
  const isOverlay = (place: { readonly unit: string; readonly environment: string }): boolean => {
    return overlays.has(keyOf(place.unit, place.environment));
  };
  const said = new Set(ruled.results.filter((result) => !isOverlay(result)).map(contentOf));
  const results = ruled.results.filter((result) => {
    return result.outcome === 'pass' || !isOverlay(result) || !said.has(contentOf(result));
  });
  return { ...ruled, results, watched: ruled.watched.filter(({ resource }) => !isOverlay(resource)) };
}

function keyOf(unit: string, environment: string): string {
  return `${unit}\0${environment}`;
}

function contentOf({ ruleId, unit, address, discriminator, outcome, evidence }: RuleResult): string {
  return JSON.stringify([ruleId, unit, address, discriminator, outcome, evidence.hash]);
}
