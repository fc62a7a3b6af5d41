/** The policy that holds, line by line: setting, value, where it comes from, what it does. For `config --explain`. */
import type { EffectivePolicy, SettingOrigin } from '../model/policy.ts';
import { listSettings } from './list-settings.ts';
import type { LoadedPolicy } from './load-policy.ts';
import { policySchema } from './schema.ts';

/** Lines without control characters; values of rules and ignore entries follow their setting. */
export function explainConfig({ policy, provenance }: Pick<LoadedPolicy, 'policy' | 'provenance'>): readonly string[] {
  const values = valuesOf(policy);
  const lines: string[] = [];
  for (const { name, description } of listSettings(policySchema)) {
    const value = values.get(name);
    if (value === undefined) continue;
    const origin = provenance.get(name) ?? { from: 'default' as const };
    // Entries of these come from several places; each line below names its own.
    const listed = (name === 'rules' && policy.rules.length > 0) || (name === 'ignore' && policy.ignore.length > 0);
    lines.push(`${name} = ${value}${listed ? '' : `  (${formatOrigin(origin)})`}`, `    ${description}`);
    if (name === 'rules') for (const item of policy.rules.map(explainRule)) lines.push(item);
    if (name === 'ignore') for (const item of policy.ignore.map(explainIgnore)) lines.push(item);
  }
  return lines;
}

function valuesOf(policy: EffectivePolicy): ReadonlyMap<string, string> {
  return new Map<string, string>([
    ['mode', policy.mode],
    ['observe.days', String(policy.observe.days)],
    ['observe.pull_requests', String(policy.observe.pullRequests)],
    ['fail_on', policy.failOn],
    ['fail_on_regression', policy.failOnRegression],
    ['rules', `${policy.rules.length} set`],
    ['environments', JSON.stringify(policy.environments.map(asWritten))],
    ['ignore', `${policy.ignore.length} ${policy.ignore.length === 1 ? 'entry' : 'entries'}`],
    ['external_inputs.allow', JSON.stringify(policy.externalInputs.allow)],
    ['waivers.max_days', String(policy.waivers.maxDays)],
    ...Object.entries(policy.budgets).map(([name, value]) => [`budgets.${snakeCase(name)}`, String(value)] as const),
    ['locked', JSON.stringify(policy.locked)],
  ]);
}

/** An environment with the names of the policy file. */
function asWritten({ name, units, variableFiles }: EffectivePolicy['environments'][number]): object {
  return { name, units, variable_files: variableFiles };
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function explainRule({ pattern, settings, origin }: EffectivePolicy['rules'][number]): string {
  return `  - ${pattern}: ${JSON.stringify(settings)}  (${formatOrigin(origin)})`;
}

function explainIgnore({ paths, reason, until, origin }: EffectivePolicy['ignore'][number]): string {
  const end = until === undefined ? '' : ` until ${until}`;
  return `  - ${JSON.stringify(paths)}${end}: ${JSON.stringify(reason)}  (${formatOrigin(origin)})`;
}

function formatOrigin(origin: SettingOrigin): string {
  return origin.from === 'default' ? 'default' : `${origin.from} ${origin.file}:${origin.line}`;
}
