/** The findings of a change that may get a patch, with the results and the resource they are about. Reads no file. */
import type { AnalysisContext } from '../analysis/analyze-tree.ts';
import type { Analysis } from '../model/analysis.ts';
import type { FindingChange } from '../model/change.ts';
import type { Finding } from '../model/finding.ts';
import type { Resource } from '../model/resource.ts';
import type { RuleResult } from '../model/rule-result.ts';
import type { RuleDefinition } from '../rule-engine/rule-schema.ts';

export interface Candidate {
  readonly change: FindingChange;
  readonly finding: Finding;
  /** Several where units share a module's block under one address. */
  readonly results: readonly RuleResult[];
  readonly resource: Resource;
  readonly patch: NonNullable<RuleDefinition['patch']>;
}

/** Findings that are looked at in one run; the most severe come first. */
const MOST_FINDINGS = 500;

/** Failures the change makes or changes, in their order. One that is open is not known to be wrong. */
export function findCandidates(
  changes: readonly FindingChange[],
  head: Analysis,
  { rules }: AnalysisContext,
  wants: (finding: Finding) => boolean,
): readonly Candidate[] {
  const patches = new Map(rules.compiled.map(({ definition }) => [definition.id, definition.patch]));
  const shown = changes.filter(({ baselineState, after }) => {
    const isShown = baselineState === 'new' || baselineState === 'updated';
    const fails = after?.outcome === 'fail' || after?.conditional === true;
    return isShown && fails && patches.get(after.ruleId) !== undefined && wants(after);
  });
  if (shown.length === 0) return [];
  const results = new Map<string, RuleResult[]>();
  for (const result of head.results) {
    const key = placeKey({ ...result, ...result.location });
    const known = results.get(key);
    if (known === undefined) results.set(key, [result]);
    else known.push(result);
  }
  const resources = new Map(head.resources.map((resource) => [resourceKey(resource), resource]));
  return shown.slice(0, MOST_FINDINGS).flatMap((change) => {
    const finding = change.after;
    const patch = patches.get(finding?.ruleId ?? '');
    if (finding === undefined || patch === undefined) return [];
    const found = results.get(placeKey({ ...finding, ...finding.anchor })) ?? [];
    const resource = found[0] && resources.get(resourceKey({ ...found[0], kind: finding.kind }));
    return resource === undefined ? [] : [{ change, finding, results: found, resource, patch }];
  });
}

/** A finding names its unit as it was before the change; its place tells which units of the head it is in. */
function placeKey(
  of: Pick<RuleResult, 'ruleId' | 'environment' | 'address' | 'discriminator'> & RuleResult['location'],
) {
  return [of.ruleId, of.environment, of.address, of.discriminator, of.path, JSON.stringify(of.range)].join('\0');
}

function resourceKey(of: Pick<Resource, 'unit' | 'environment' | 'kind' | 'address'>): string {
  return [of.unit, of.environment, of.kind, of.address].join('\0');
}
