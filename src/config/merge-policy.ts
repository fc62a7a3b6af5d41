/**
 * Organisation and repository files to one policy. The repository's value wins unless it is locked; lists add up.
 * Works on files that passed their schema; defaults come from the schema and from nowhere else.
 */
import type { Range } from '../model/location.ts';
import type { EffectivePolicy, IgnoreEntry, PolicyEnvironment, RuleOverride, SettingOrigin } from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';
import { isLocked } from './is-locked.ts';
import { type PolicyInput, type PolicyOutput, policySchema } from './schema.ts';
import { toLimits } from './to-limits.ts';

/** One valid file. */
export interface PolicyLayer {
  readonly from: 'organisation' | 'repository';
  readonly file: string;
  readonly data: PolicyInput;
  readonly locate: (path: readonly PropertyKey[], atKey?: boolean) => Range;
}

export interface MergedPolicy {
  readonly policy: EffectivePolicy;
  readonly problems: readonly Problem[];
  /** By dotted name; settings nobody set are not in it. */
  readonly provenance: ReadonlyMap<string, SettingOrigin>;
}

/** `layers`: organisation before repository. `locked`: the organisation's. */
export function mergePolicy(layers: readonly PolicyLayer[], locked: readonly string[]): MergedPolicy {
  const problems: Problem[] = [];
  const provenance = new Map<string, SettingOrigin>();
  const merged = new Merged();
  const rules: RuleOverride[] = [];
  const ignore: IgnoreEntry[] = [];
  for (const layer of layers) {
    for (const path of settingPaths(layer.data)) {
      const refused = refusalOf(layer, path, { locked, merged });
      if (refused !== undefined) problems.push(refused);
      // A rule is refused field by field when it is asked for: its pattern may match other rules as well.
      if (refused !== undefined && path[0] !== 'rules') continue;
      provenance.set(path.join('.'), originOf(layer, path));
      merged.set(path, layer.data);
    }
    const ignored = layer.from === 'repository' && isLocked('ignore', locked);
    for (const item of rulesOf(layer)) rules.push(item);
    if (!ignored) for (const item of ignoreOf(layer)) ignore.push(item);
  }
  const output = policySchema.parse(merged.data());
  return { policy: toPolicy(output, { rules, ignore, locked }), problems, provenance };
}

/** Values by path; lists are put behind each other, environments of one name replace each other. */
class Merged {
  readonly #values = new Map<string, Map<string, unknown>>();

  set(path: readonly string[], data: PolicyInput): void {
    const [group = '', name = ''] = path;
    if (group === 'rules' || group === 'ignore' || group === 'version' || group === 'locked') return;
    const values = this.#values.get(group) ?? new Map<string, unknown>();
    const value = valueAt(data, path);
    const before = values.get(name);
    values.set(name, Array.isArray(value) && Array.isArray(before) ? addTo(before, value) : value);
    this.#values.set(group, values);
  }

  /** Whether observation was already set to be shorter. */
  isBelow([group = '', name = '']: readonly string[], data: PolicyInput): boolean {
    if (group !== 'observe') return false;
    const before = this.#values.get(group)?.get(name);
    return typeof before === 'number' && before < Number(valueAt(data, [group, name]));
  }

  data(): unknown {
    const groups = [...this.#values].map(([group, values]) => [
      group,
      values.has('') ? values.get('') : Object.fromEntries(values),
    ]);
    return { version: 1, ...Object.fromEntries(groups) };
  }
}

function addTo(before: readonly unknown[], value: readonly unknown[]): unknown[] {
  const names = new Set<unknown>(value.map(nameOf).filter((name) => name !== undefined));
  return [...before.filter((entry) => !names.has(nameOf(entry))), ...value];
}

function nameOf(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null && 'name' in entry ? entry.name : undefined;
}

/** Dotted paths a file sets: one level for maps of settings, whole lists, rules by pattern. */
function settingPaths(data: PolicyInput): readonly (readonly string[])[] {
  return Object.entries(data).flatMap(([key, value]) => {
    if (value === undefined) return [];
    if (typeof value !== 'object' || Array.isArray(value)) return [[key]];
    return Object.keys(value).map((name) => [key, name]);
  });
}

function valueAt(data: unknown, path: readonly string[]): unknown {
  let value = data;
  for (const step of path) {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
  }
  return value;
}

function originOf(layer: PolicyLayer, path: readonly PropertyKey[]): SettingOrigin {
  return { from: layer.from, file: layer.file, line: layer.locate(path, true).startLine };
}

function refusalOf(
  layer: PolicyLayer,
  path: readonly string[],
  above: { readonly locked: readonly string[]; readonly merged: Merged },
): Problem | undefined {
  const isLower = layer.from === 'repository';
  if (isLower && (isLocked(path.join('.'), above.locked) || path[0] === 'locked')) return refuse(layer, path);
  return above.merged.isBelow(path, layer.data) ? tooLong(layer, path) : undefined;
}

function refuse(layer: PolicyLayer, path: readonly string[]): Problem {
  const name = path.join('.');
  const message =
    path[0] === 'locked'
      ? 'locked may only stand in the policy of the organisation.'
      : `${name} is locked by the organisation; its value holds.`;
  const location = { path: layer.file, range: layer.locate(path, true) };
  return { code: 'policy-invalid', effect: 'note', message, location, hint: `Remove ${name}.` };
}

function tooLong(layer: PolicyLayer, path: readonly string[]): Problem {
  const name = path.join('.');
  const message = `${name} is more than the organisation set; its value holds.`;
  const location = { path: layer.file, range: layer.locate(path, true) };
  return { code: 'policy-invalid', effect: 'note', message, location, hint: `Lower ${name}, or remove it.` };
}

function rulesOf(layer: PolicyLayer): readonly RuleOverride[] {
  const overrides = Object.entries(layer.data.rules ?? {}).map(
    ([pattern, settings]): RuleOverride => ({
      pattern,
      settings: settings as RuleOverride['settings'],
      origin: originOf(layer, ['rules', pattern]),
    }),
  );
  const isPattern = ({ pattern }: RuleOverride) => pattern.includes('*');
  return [...overrides.filter(isPattern), ...overrides.filter((override) => !isPattern(override))];
}

function ignoreOf(layer: PolicyLayer): readonly IgnoreEntry[] {
  return (layer.data.ignore ?? []).map(({ paths, reason, until }, index) => ({
    paths,
    reason,
    ...(until === undefined ? {} : { until }),
    origin: originOf(layer, ['ignore', index]),
  }));
}

function toPolicy(output: PolicyOutput, own: Pick<EffectivePolicy, 'rules' | 'ignore' | 'locked'>): EffectivePolicy {
  return {
    mode: output.mode,
    observe: { days: output.observe.days, pullRequests: output.observe.pull_requests },
    failOn: output.fail_on,
    failOnRegression: output.fail_on_regression,
    environments: output.environments.map(
      ({ name, units, variable_files }): PolicyEnvironment => ({ name, units, variableFiles: variable_files ?? [] }),
    ),
    externalInputs: { allow: output.external_inputs.allow },
    waivers: { maxDays: output.waivers.max_days },
    budgets: toLimits(output.budgets),
    ...own,
  };
}
