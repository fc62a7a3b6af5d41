/**
 * One line for a finding that holds alike in several environments: the author fixes it once. The gate still judges, and
 * `report.json` still lists, each environment by itself.
 */
import type { ShownChange } from './group-changes.ts';

interface Merged {
  readonly first: ShownChange;
  readonly environments: Set<string>;
  readonly fingerprints: Set<string>;
}

/** In the order of the first of each; the environment shown names all of them. */
export function mergeEnvironments(shown: readonly ShownChange[]): readonly ShownChange[] {
  // Most policies have one environment: then there is nothing to compare, and names may be long.
  if (new Set(shown.map(({ finding }) => finding.environment)).size <= 1) return shown;
  const merged = new Map<string, Merged>();
  for (const item of shown) {
    const { change, finding } = item;
    const { ruleId, unit, address, discriminator, anchor, message } = finding;
    const judged = [change.blocks, change.decision, change.baselineState, change.regression];
    const key = JSON.stringify([judged, ruleId, unit, address, discriminator, anchor, message]);
    const known = merged.get(key);
    // Two findings of one environment that look alike stay two.
    if (known?.environments.has(finding.environment)) merged.set(`${key} ${merged.size}`, alone(item));
    else if (known === undefined) merged.set(key, alone(item));
    else join(known, item);
  }
  return [...merged.values()].map(({ first, environments, fingerprints }) => ({
    ...first,
    fingerprints: [...fingerprints],
    finding: { ...first.finding, environment: [...environments].sort().join(', ') },
  }));
}

function alone(first: ShownChange): Merged {
  const { finding, fingerprints } = first;
  return { first, environments: new Set([finding.environment]), fingerprints: new Set(fingerprints) };
}

function join(known: Merged, { finding, fingerprints }: ShownChange): void {
  known.environments.add(finding.environment);
  for (const fingerprint of fingerprints) known.fingerprints.add(fingerprint);
}
