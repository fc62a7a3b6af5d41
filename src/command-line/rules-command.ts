/** `threatdiff rules`: which rules this build has, or everything about one of them. */
import { UserError } from '../config/user-error.ts';
import type { LoadedRules } from '../rule-engine/loaded-rules.ts';
import type { RuleDefinition } from '../rule-engine/rule-schema.ts';
import { suggestName } from '../rule-engine/suggest-name.ts';
import type { Command, ParsedArguments } from './command.ts';
import type { Host } from './host.ts';
import { readRulePack } from '../rule-engine/read-rule-pack.ts';
import { writeResult } from './write-result.ts';

export const rulesCommand: Command = {
  name: 'rules',
  summary: 'Lists the rules, or says everything about one.',
  usage: ['rules [ID] [--format text|json]'],
  options: [
    { name: 'format', value: 'FORMAT', description: 'Form of the list.', oneOf: ['text', 'json'] },
    { name: 'output', value: 'FILE', description: 'Writes to a file instead of the terminal.' },
  ],
  maxPositionals: 1,
  run: showRules,
};

async function showRules(args: ParsedArguments, host: Host): Promise<0> {
  const { digest, rules } = await readRulePack(host.rulePackFile);
  const [id] = args.positionals;
  const shown = id === undefined ? rules : [findRule(id, rules)];
  const definitions = shown.map(({ definition }) => definition);
  if (args.options.get('format') === 'json') {
    await writeResult(
      `${JSON.stringify({ rulePack: digest, rules: definitions }, null, 2)}\n`,
      args.options.get('output'),
      host,
    );
    return 0;
  }
  const [only] = definitions;
  const text = id !== undefined && only !== undefined ? describeRule(only) : listRules(definitions);
  await writeResult(text, args.options.get('output'), host);
  return 0;
}

function findRule(id: string, rules: LoadedRules['rules']): LoadedRules['rules'][number] {
  const found = rules.find(({ definition }) => definition.id === id || definition.aliases.includes(id));
  if (found !== undefined) return found;
  const meant = suggestName(
    id,
    rules.map(({ definition }) => definition.id),
  );
  throw new UserError(
    `There is no rule ${JSON.stringify(id.slice(0, 200))}.`,
    meant === undefined ? 'threatdiff rules lists them.' : `Did you mean ${meant}?`,
  );
}

function listRules(rules: readonly RuleDefinition[]): string {
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  const lines = rules.map(({ id, severity, title }) => `${id.padEnd(width)}  ${severity.padEnd(8)}  ${title}`);
  return `${[...lines, `${rules.length} rules`].join('\n')}\n`;
}

function describeRule(rule: RuleDefinition): string {
  const fixes = typeof rule.fix === 'string' ? [['fix', rule.fix]] : Object.entries(rule.fix);
  const kinds = typeof rule.resource === 'string' ? rule.resource : rule.resource.join(', ');
  const mapped = [...Object.entries(rule.mappings), ...Object.entries(rule.equivalents)];
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['title', rule.title],
    ['severity', `${rule.severity}, ${rule.lifecycle}`],
    ['judges', kinds],
    ['applies when', rule.applies_when],
    ['for each', rule.each],
    ['fails when', rule.fail_when ?? 'the resource is removed'],
    ['why', rule.why],
    ...fixes.map(([language, text]) => [language === 'fix' ? 'fix' : `fix (${language})`, text] as const),
    ['false positives', rule.false_positives],
    ['also called', rule.aliases.join(', ')],
    ...mapped.map(([name, values]) => [name, values?.join(', ')] as const),
  ];
  const lines = parts.flatMap(([label, text]) => (text ? [`${label}:\n${indent(text)}`] : []));
  return `${rule.id}\n\n${lines.join('\n')}\n`;
}

function indent(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');
}
