/**
 * The policy that holds: organisation, repository, defaults. Reads no source itself and never the head. A broken file
 * is not applied in part: what holds then is what stands above it, and a problem says so.
 */
import type { EffectivePolicy, PolicyFile, PolicySources, SettingOrigin } from '../model/policy.ts';
import type { Problem, ProblemEffect } from '../model/problem.ts';
import { checkLocks } from './check-locks.ts';
import { checkSettings } from './check-settings.ts';
import { mergePolicy, type PolicyLayer } from './merge-policy.ts';
import { type Observed, observeInstallation } from './observe-installation.ts';
import { type PolicyInput, policySchema } from './schema.ts';

export interface LoadedPolicy {
  readonly policy: EffectivePolicy;
  /**
   * A broken repository file is a note (organisation and defaults hold). A broken organisation file is
   * `not-evaluated`: nobody knows what the organisation wants, so only defaults hold and its locks are unknown.
   */
  readonly problems: readonly Problem[];
  /** By dotted name; what is not in it is a default. */
  readonly provenance: ReadonlyMap<string, SettingOrigin>;
}

/** `asOf`: `YYYY-MM-DD`, the day `until` is judged on. Never throws on content. */
export function loadPolicy(sources: PolicySources, asOf: string): LoadedPolicy {
  const organisation = loadLayer('organisation', sources.organisation?.policy);
  const repository = loadLayer('repository', sources.repository?.policy);
  const locked = organisation.layer?.data.locked ?? [];
  const found = organisation.problems.length > 0 ? [] : [organisation.layer, repository.layer];
  const layers = found.filter((layer) => layer !== undefined);
  const merged = mergePolicy(layers, locked);
  const ended = merged.policy.ignore.filter((entry) => entry.until !== undefined && entry.until < asOf);
  const ignore = merged.policy.ignore.filter((entry) => !ended.includes(entry));
  const invalid = [...organisation.problems, ...repository.problems];
  // What an invalid file says is not known; it may say `mode: enforce`.
  const isOpen = invalid.length === 0 && !merged.provenance.has('mode');
  const observed = isOpen ? observeInstallation(sources.installation, merged.policy.observe, asOf) : NOT_OBSERVED;
  const { observation, problems: unknown } = observed;
  return {
    policy: { ...merged.policy, ignore, ...(observation && { mode: 'monitor', observation }) },
    problems: [...invalid, ...merged.problems, ...ended.map(endedProblem), ...unknown],
    provenance: merged.provenance,
  };
}

const NOT_OBSERVED: Observed = { problems: [] };

interface LoadedLayer {
  readonly layer?: PolicyLayer;
  readonly problems: readonly Problem[];
}

function loadLayer(from: PolicyLayer['from'], file: PolicyFile | undefined): LoadedLayer {
  if (file === undefined) return { problems: [] };
  const effect: ProblemEffect = from === 'organisation' ? 'not-evaluated' : 'note';
  const checked = checkSettings(file, { schema: policySchema, code: 'policy-invalid', effect, asText: false });
  if (checked.problems.length > 0) return { problems: [notApplied(from, file, effect), ...checked.problems] };
  const data = checked.data as PolicyInput;
  const problems = from === 'organisation' ? checkLocks(data.locked ?? [], file.file, checked) : [];
  return { layer: { from, file: file.file, data, locate: checked.locate }, problems };
}

function notApplied(from: PolicyLayer['from'], file: PolicyFile, effect: ProblemEffect): Problem {
  const holds = from === 'organisation' ? 'Only the defaults hold' : 'Organisation policy and defaults hold';
  const range = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
  const message = `The policy of the ${from} is invalid and is not applied. ${holds}.`;
  return { code: 'policy-invalid', effect, message, location: { path: file.file, range } };
}

function endedProblem({ until = '', origin }: EffectivePolicy['ignore'][number]): Problem {
  const message = `An ignore entry ended on ${until} and is not applied.`;
  if (origin.from === 'default') return { code: 'policy-invalid', effect: 'note', message };
  const range = { startLine: origin.line, startColumn: 1, endLine: origin.line, endColumn: 1 };
  return { code: 'policy-invalid', effect: 'note', message, location: { path: origin.file, range } };
}
