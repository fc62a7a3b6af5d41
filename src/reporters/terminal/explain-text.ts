/** An explanation for people at a terminal. Every piece of the tree is made visible first; decides nothing. */
import type { ExplainedRule, ExplainedValue, Explanation } from '../../model/explanation.ts';
import type { Location } from '../../model/location.ts';
import { describeAssumption } from '../describe-assumption.ts';
import { describePlace } from '../describe-place.ts';
import { makeVisible } from '../make-visible.ts';

const WIDEST_PATH = 44;
const WIDEST_TEXT = 60;

/** Lines ending in a newline. */
export function explainText(explanation: Explanation): string {
  const { address, kind, values, valuesLeftOut, rules, problems } = explanation;
  const lines = [
    `${show(address)}  ${show(kind)}`,
    ...describeHead(explanation),
    '',
    values.length === 0 ? 'No value is set.' : 'Values',
    ...describeValues(values),
    ...(valuesLeftOut === 0 ? [] : [`  and ${valuesLeftOut} more`]),
    '',
    ...describeRules(rules),
    ...problems.flatMap(({ code, message, location }) => [
      '',
      `Problem ${code}: ${show(message)}`,
      `  ${at(location)}`,
    ]),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function describeHead(explanation: Explanation): readonly string[] {
  const { name, address, unit, environment, generatedFrom, presence, location, sourceType, isLowered } = explanation;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['name', name === address ? undefined : show(name)],
    ['written as', `${show(sourceType)} at ${at(location)}`],
    ...explanation.calledFrom.map((call) => ['called from', at(call)] as const),
    ['unit', `${show(unit)}, environment ${show(environment)}`],
    ['from', generatedFrom === undefined ? undefined : `the plan ${show(generatedFrom)}; it only adds findings`],
    ['exists', presence === 'yes' ? 'certainly' : 'perhaps: its count, for_each or condition is not known'],
    ...explanation.configuredBy.map(
      (each) => ['configured by', `${show(each.address)} at ${at(each.location)}`] as const,
    ),
    ...explanation.movedFrom.map((each) => ['moved from', show(each)] as const),
    ['note', isLowered ? undefined : 'this type is not lowered: attributes are as written, few rules know it'],
  ];
  return rows.flatMap(([label, text]) => (text === undefined ? [] : [`  ${label.padEnd(14)} ${text}`]));
}

function describeValues(values: readonly ExplainedValue[]): readonly string[] {
  const paths = values.map(({ path }) => show(path));
  const texts = values.map(describeValue);
  const width = Math.min(WIDEST_PATH, Math.max(0, ...lengths(paths)));
  const textWidth = Math.min(WIDEST_TEXT, Math.max(0, ...lengths(texts)));
  return values.flatMap((value, row) => [
    `  ${(paths[row] ?? '').padEnd(width)}  ${(texts[row] ?? '').padEnd(textWidth)}  ${originOf(value)}`,
    ...value.assumptions.slice(0, 5).map((assumption) => `      assumes ${show(describeAssumption(assumption))}`),
  ]);
}

function lengths(texts: readonly string[]): readonly number[] {
  return texts.slice(0, 1000).map(({ length }) => length);
}

function describeValue(value: ExplainedValue): string {
  const perhaps = value.presence === 'unknown' || value.mayBeAbsent === true ? ' (may be absent)' : '';
  const text = value.text === undefined ? '' : show(value.text);
  if (value.state === 'reference') return `-> ${text}${perhaps}`;
  if (value.state !== 'unresolved') return `${text}${perhaps}`;
  const part = text === '' ? '' : ` in ${text}`;
  return `unresolved, ${value.reason ?? ''}: ${show(value.subject ?? '')}${part}${perhaps}`;
}

function originOf({ from, table, location }: ExplainedValue): string {
  if (from === 'provider-default') return `default of the provider (${show(table ?? '')})`;
  return from === 'computed' ? `computed${location === undefined ? '' : ` at ${at(location)}`}` : at(location);
}

function describeRules(rules: readonly ExplainedRule[]): readonly string[] {
  if (rules.length === 0) return ['No rule is about this kind.'];
  const [others, applied] = [rules.filter(isNotApplicable), rules.filter((rule) => !isNotApplicable(rule))];
  return [
    'Rules',
    ...applied.flatMap(describeRule),
    ...(others.length === 0 ? [] : [`  not applicable: ${others.map(({ ruleId }) => ruleId).join(', ')}`]),
  ];
}

function isNotApplicable({ outcome }: ExplainedRule): boolean {
  return outcome === 'notApplicable';
}

function describeRule(rule: ExplainedRule): readonly string[] {
  const { outcome, severity, ruleId, discriminator, message, facts, openReasons, finding } = rule;
  const element = discriminator === '' ? '' : `  [${show(discriminator)}]`;
  const id = finding === undefined ? '' : `  ${finding}`;
  return [
    `  ${outcome.padEnd(4)}  ${severity.padEnd(8)}  ${ruleId}${element}${id}`,
    ...(message === undefined ? [] : [`        ${show(message)}`]),
    ...Object.entries(facts).map(([name, fact]) => `        ${show(name)} = ${show(JSON.stringify(fact))}`),
    ...openReasons.map(
      ({ reason, subject, location }) => `        not known: ${show(subject)} (${reason}) at ${at(location)}`,
    ),
  ];
}

function at(location: Location | undefined): string {
  return location === undefined ? 'no place' : show(describePlace(location));
}

function show(text: string): string {
  return makeVisible(text, 300);
}
