/**
 * Brings an IAM policy document into the one shape of `src/model/policy-document.ts`, from JSON text or structure.
 * Element names and Effect are case sensitive, as AWS reads them. Never loses a statement: what cannot be read stays
 * in its place as unresolved, as small as possible, and is a Problem.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
import type { Problem } from '../model/problem.ts';
import type { ListItem, ListValue, MapValue, ScalarValue, Value } from '../model/value.ts';
import { clip } from './clip.ts';
import { problemAt } from './problem-at.ts';
import { unresolved } from './unresolved.ts';
import { coerceScalar } from './coerce-scalar.ts';
import { normalizeStatement } from './normalize-statement.ts';
import { parseJsonValue } from './parse-json-value.ts';
import { fixElementNames } from './fix-element-names.ts';
import type { PolicyContext } from './policy-context.ts';

const DOCUMENT_PROPERTIES = ['Version', 'Id', 'Statement'];

/** A policy as written in; the normal form and what was wrong with it out. Never throws; normal forms stay as they are. */
export function normalizePolicyDocument(value: Value): { value: Value; problems: readonly Problem[] } {
  const context: PolicyContext = { problems: [], remaining: 200_000 };
  return { value: normalizeDocument(value, context), problems: context.problems };
}

function normalizeDocument(value: Value, context: PolicyContext): Value {
  if (value.state === 'null') return { state: 'absent', origin: value.origin };
  if (value.state !== 'known') return value;
  if (value.type === 'scalar') return parseDocument(value, context);
  if (value.type === 'map') return normalizeMap(value, context);
  return invalid(value, 'A list stands where a policy document belongs', context);
}

/** Empty text is how an optional policy is left out; other text must be JSON. */
function parseDocument(value: ScalarValue, context: PolicyContext): Value {
  if (typeof value.value === 'string' && value.value.trim() === '') return { state: 'absent', origin: value.origin };
  const parsed = parseJsonValue(value);
  for (const item of parsed.problems) context.problems.push(item);
  if (parsed.value === undefined) return invalid(value, `A policy document is not JSON (${parsed.error})`, context);
  if (parsed.value.state !== 'known' || parsed.value.type === 'scalar') {
    return invalid(value, 'A policy document is not a JSON object', context);
  }
  return normalizeDocument(parsed.value, context);
}

function normalizeMap(document: MapValue, context: PolicyContext): Value {
  const entries = fixElementNames(document, DOCUMENT_PROPERTIES, context);
  for (const name of ['Version', 'Id']) {
    const value = entries.get(name);
    if (value?.state === 'known' && value.type === 'scalar') {
      entries.set(name, coerceScalar(value, 'string') ?? value);
    }
  }
  const statement = entries.get('Statement');
  if (statement !== undefined) entries.set('Statement', normalizeStatements(statement, context));
  else if (!document.openEnded) reportMissing(document, context);
  const { encoded: _, ...rest } = document;
  return { ...rest, entries };
}

function reportMissing(document: MapValue, context: PolicyContext): void {
  const message = 'A policy document has no Statement';
  context.problems.push(problemAt(document.origin, 'invalid-policy-document', 'not-evaluated', message));
}

function normalizeStatements(value: Value, context: PolicyContext): Value {
  if (value.state === 'unresolved') {
    if (value.mayBeAbsent) return value;
    return { state: 'known', type: 'list', items: [], openEnded: value, origin: value.origin };
  }
  if (value.state !== 'known') return value;
  const list: ListValue =
    value.type === 'list'
      ? value
      : { state: 'known', type: 'list', items: [{ presence: 'yes', value }], origin: value.origin };
  const items = list.items.flatMap((item) => flattenItem(item, context));
  const { encoded: _, ...rest } = list;
  return { ...rest, items: items.flatMap((item) => normalizeItem(item, context)) };
}

/** A list inside the list of statements is not allowed; its statements are judged all the same. */
function flattenItem(item: ListItem, context: PolicyContext): readonly ListItem[] {
  const { value } = item;
  if (value.state !== 'known' || value.type !== 'list') return [item];
  const message = 'A list stands where a statement of a policy belongs';
  context.problems.push(problemAt(value.origin, 'invalid-policy-document', 'not-evaluated', message));
  const inner = value.items.map(
    (each): ListItem => (item.presence === 'yes' ? each : { ...each, presence: 'unknown' }),
  );
  return value.openEnded ? [...inner, { presence: 'unknown', value: value.openEnded }] : inner;
}

function normalizeItem(item: ListItem, context: PolicyContext): readonly ListItem[] {
  const { value } = item;
  if (value.state === 'null' || value.state === 'absent') return [];
  if (value.state !== 'known') return [item];
  if (value.type === 'map') return [{ ...item, value: normalizeStatement(value, context) }];
  return [{ ...item, value: invalid(value, 'A statement of a policy is not an object', context) }];
}

function invalid(value: Exclude<Value, { state: 'absent' }>, message: string, context: PolicyContext): Value {
  context.problems.push(problemAt(value.origin, 'invalid-policy-document', 'not-evaluated', clip(message)));
  return unresolved('invalid-value', 'policy document', value.origin);
}
