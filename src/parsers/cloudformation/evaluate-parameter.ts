/**
 * Value of one parameter: its default, as an assumption, since a deployment may set another. Without a default, or
 * with a value that is looked up at deployment, it is unresolved. Sensitive (`NoEcho`) values are marked, never shown.
 */
import type { DocumentNode, ScalarNode } from '../../documents/document-node.ts';
import { entryOf } from '../../documents/entry-of.ts';
import type { Assumption, ListItem, Origin, ScalarValue, Value } from '../../model/value.ts';
import type { TemplateEntry } from './template.ts';
import type { TemplateSession } from './template-session.ts';

const NUMBER = /^[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
const CLIP = 120;

interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly sensitive: boolean;
  readonly fallback: ScalarNode;
}

/** Value of a parameter. Its assumption is in its origin; an impossible declaration is a Problem. */
export function evaluateParameter(name: string, entry: TemplateEntry, session: TemplateSession): Value {
  const subject = `Parameters.${name}`;
  const type = textOf(entryOf(entry.value, 'Type')?.value) ?? 'String';
  const fallback = entryOf(entry.value, 'Default')?.value;
  const origin: Origin = { from: 'source', location: session.locationOf(entry.key) };
  const unresolved = { state: 'unresolved', subject, mayBeAbsent: false, origin } as const;
  if (entry.value.type !== 'map') {
    session.report('impossible-value', 'not-evaluated', 'A parameter is not a map', entry.value);
    return { ...unresolved, reason: 'invalid-value' };
  }
  if (type.startsWith('AWS::SSM::Parameter::Value<')) return { ...unresolved, reason: 'dynamic-reference' };
  if (fallback === undefined) return { ...unresolved, reason: 'variable-without-value' };
  if (fallback.type !== 'scalar' || fallback.value === null) {
    session.report('impossible-value', 'not-evaluated', 'The default of a parameter is not a text or number', fallback);
    return { ...unresolved, reason: 'invalid-value' };
  }
  const parameter = { name, type, sensitive: isTrue(entryOf(entry.value, 'NoEcho')?.value), fallback };
  const value = valueOf(parameter, originOf(parameter, session));
  if (value !== undefined) return value;
  session.report('impossible-value', 'not-evaluated', `The default of a parameter is not a ${type}`, fallback);
  return { ...unresolved, reason: 'invalid-value' };
}

function originOf({ name, sensitive, fallback }: Parameter, session: TemplateSession): Origin {
  const location = session.locationOf(fallback);
  const shown = sensitive ? {} : { value: fallback.text.slice(0, CLIP) };
  const assumption: Assumption = { kind: 'parameter-default', subject: `Parameters.${name}`, location, ...shown };
  return { from: 'source', location, assumptions: [assumption] };
}

function valueOf({ type, sensitive, fallback }: Parameter, origin: Origin): Value | undefined {
  const text = typeof fallback.value === 'boolean' ? String(fallback.value) : fallback.text;
  const itemType = itemTypeOf(type);
  if (itemType === undefined) return scalar(text, type, { origin, sensitive });
  const items: ListItem[] = [];
  for (const part of text === '' ? [] : text.split(',')) {
    const value = scalar(part.trim(), itemType, { origin, sensitive });
    if (value === undefined) return undefined;
    items.push({ presence: 'yes', value });
  }
  return { state: 'known', type: 'list', items, origin };
}

/** Type of the elements of a list type: `List<Number>`, `CommaDelimitedList`, `List<AWS::EC2::Subnet::Id>`. */
function itemTypeOf(type: string): string | undefined {
  if (type === 'CommaDelimitedList') return 'String';
  return type.startsWith('List<') && type.endsWith('>') ? type.slice(5, -1) : undefined;
}

function scalar(
  text: string,
  type: string,
  { origin, sensitive }: { origin: Origin; sensitive: boolean },
): ScalarValue | undefined {
  const hidden = sensitive ? ({ sensitive: true } as const) : {};
  if (type !== 'Number') return { state: 'known', type: 'scalar', value: text, origin, ...hidden };
  if (!NUMBER.test(text) || text.length > CLIP) return undefined;
  const written = sensitive ? origin : { ...origin, text };
  return { state: 'known', type: 'scalar', value: Number(text), origin: written, ...hidden };
}

function textOf(node: DocumentNode | undefined): string | undefined {
  return node?.type === 'scalar' ? node.text : undefined;
}

function isTrue(node: DocumentNode | undefined): boolean {
  return node?.type === 'scalar' && (node.value === true || node.text.toLowerCase() === 'true');
}
