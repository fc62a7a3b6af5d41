/** `threatdiff explain`: one resource as evaluated, where each value comes from, what stayed unresolved and why. */
import { resolve } from 'node:path';
import { analyzeSnapshot } from '../analysis/analyze-snapshot.ts';
import { buildContext } from '../analysis/build-context.ts';
import { explainResource } from '../analysis/explain-resource.ts';
import { externalInputResources } from '../analysis/external-input-resources.ts';
import { knownSide } from '../analysis/known-side.ts';
import { namePlans } from '../analysis/name-plans.ts';
import { loadPolicy } from '../config/load-policy.ts';
import { resolveRuleSettings } from '../config/resolve-rule-settings.ts';
import { UserError } from '../config/user-error.ts';
import { ComparedSide } from '../gate/compared-side.ts';
import type { Finding } from '../model/finding.ts';
import type { Explanation } from '../model/explanation.ts';
import type { EffectivePolicy } from '../model/policy.ts';
import { parsers } from '../parsers/index.ts';
import { explainText } from '../reporters/terminal/explain-text.ts';
import { readRulePack } from '../rule-engine/read-rule-pack.ts';
import { loadPlans } from '../source/load-plans.ts';
import { openDirectory } from '../source/open-directory.ts';
import { openGitRepository } from '../source/open-git-repository.ts';
import type { Snapshot } from '../source/snapshot.ts';
import type { Command, ParsedArguments } from './command.ts';
import { type ExplainedSubject, findExplained } from './find-explained.ts';
import type { Host } from './host.ts';
import { loadSources } from './load-sources.ts';
import { PLAN_OPTION } from './plan-option.ts';
import { POLICY_OPTIONS } from './policy-options.ts';
import { readDay } from './read-day.ts';
import { writeResult } from './write-result.ts';

export const explainCommand: Command = {
  name: 'explain',
  summary: 'Shows a resource as evaluated: values, where they come from, rules.',
  usage: ['explain ADDRESS [--in DIR] [--commit REF]', 'explain TD-ID [--in DIR]'],
  options: [
    { name: 'in', value: 'DIR', description: 'The folder it is in; the working directory where not given.' },
    { name: 'commit', value: 'REF', description: "A commit of that folder's repository, instead of the files." },
    { name: 'environment', value: 'NAME', description: 'Only this environment; all of them where not given.' },
    PLAN_OPTION,
    ...POLICY_OPTIONS,
    { name: 'format', value: 'FORMAT', description: 'Form of the answer.', oneOf: ['terminal', 'json'] },
    { name: 'output', value: 'FILE', description: 'Writes to a file instead of the terminal.' },
  ],
  maxPositionals: 1,
  run: runExplain,
};

/** Instances of a resource are alike; more of them help nobody at a terminal. */
const MOST_SHOWN = 20;

async function runExplain(args: ParsedArguments, host: Host): Promise<0> {
  const [written] = args.positionals;
  if (written === undefined)
    throw new UserError('There is nothing to explain.', 'Name a resource or a finding (TD-…).');
  const asOf = readDay(args.options.get('as-of'), host.now());
  const sources = await loadSources(args, host, undefined);
  const { policy } = loadPolicy(sources, asOf);
  const opened = await openTree(args, host, policy);
  try {
    const explanations = await explain(written, opened.snapshot, { args, host, policy });
    const shown = explanations.slice(0, MOST_SHOWN);
    const rest = explanations.length - shown.length;
    const more = rest === 0 ? '' : `\nand ${rest} more; name one of them, or an environment.\n`;
    const isJson = args.options.get('format') === 'json';
    const text = isJson
      ? `${JSON.stringify({ schema: 'https://threatdiff.dev/schemas/explanation/1', explanations }, null, 2)}\n`
      : `${shown.map(explainText).join('\n')}${more}`;
    await writeResult(text, args.options.get('output'), host);
    return 0;
  } finally {
    await opened.close();
  }
}

interface OpenedTree {
  readonly snapshot: Snapshot;
  readonly close: () => Promise<void>;
}

async function openTree({ options }: ParsedArguments, host: Host, { budgets }: EffectivePolicy): Promise<OpenedTree> {
  const folder = resolve(host.directory, options.get('in') ?? '.');
  const commit = options.get('commit');
  if (commit === undefined) {
    return { snapshot: await openDirectory(folder, budgets), close: () => Promise.resolve() };
  }
  const repository = await openGitRepository(folder, host.environment);
  try {
    const id = await repository.resolveCommit(commit);
    return { snapshot: repository.snapshot(id, budgets), close: () => repository.close() };
  } catch (error) {
    await repository.close();
    throw error;
  }
}

interface Request {
  readonly args: ParsedArguments;
  readonly host: Host;
  readonly policy: EffectivePolicy;
}

async function explain(
  written: string,
  snapshot: Snapshot,
  { args, host, policy }: Request,
): Promise<readonly Explanation[]> {
  const pack = await readRulePack(host.rulePackFile);
  const plans = namePlans(await loadPlans(args.lists?.get('plan') ?? [], host.directory));
  const settingsOf = (names: readonly string[]) => resolveRuleSettings(policy, names);
  const built = buildContext({ policy, parsers, dictionary: pack.dictionary, rules: pack.rules, settingsOf });
  const context = { ...built, plans };
  const analysis = await analyzeSnapshot(snapshot, context, knownSide(undefined, new Map()));
  const { findings } = new ComparedSide('after', analysis, new Map(), context.rules.descriptions);
  const subjects = analysis.units.flatMap((unit): readonly ExplainedSubject[] => {
    const resources = [...unit.resources, ...externalInputResources(unit, context.isAllowedSource)];
    return resources.map((resource) => ({ resource, generatedFrom: unit.generatedFrom }));
  });
  const ids = new Map(findings.map((finding) => [keyOf(finding), finding.id]));
  const wanted = inEnvironment(subjects, args.options.get('environment'));
  const found = written.startsWith('TD-') ? ofFinding(written, findings, wanted) : findExplained(written, wanted);
  const { rules, limits } = context;
  return found.map(({ resource, generatedFrom }) =>
    explainResource(resource, {
      ...{ rules, limits, problems: analysis.problems, generatedFrom },
      findingId: ({ ruleId, discriminator }) => ids.get(keyOf({ ...resource, ruleId, discriminator })),
    }),
  );
}

function inEnvironment(subjects: readonly ExplainedSubject[], name: string | undefined): readonly ExplainedSubject[] {
  if (name === undefined) return subjects;
  const found = subjects.filter(({ resource }) => resource.environment === name);
  if (found.length > 0) return found;
  const names = [...new Set(subjects.map(({ resource }) => resource.environment))].slice(0, 20).join(', ');
  throw new UserError(`There is no environment ${JSON.stringify(name.slice(0, 100))} here.`, `There are ${names}.`);
}

function ofFinding(id: string, findings: readonly Finding[], subjects: readonly ExplainedSubject[]) {
  const finding = findings.find((each) => each.id === id.toUpperCase());
  if (finding === undefined) {
    throw new UserError(`There is no finding ${JSON.stringify(id.slice(0, 100))} here.`, 'threatdiff scan lists them.');
  }
  return subjects.filter(({ resource }) => {
    const { unit, environment, address } = resource;
    return unit === finding.unit && environment === finding.environment && address === finding.address;
  });
}

function keyOf(place: Pick<Finding, 'ruleId' | 'unit' | 'environment' | 'address' | 'discriminator'>): string {
  const { ruleId, unit, environment, address, discriminator } = place;
  return [ruleId, unit, environment, address, discriminator].join('\0');
}
