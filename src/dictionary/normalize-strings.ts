/** Elements of a policy that take one string or many. Keeps what is known and leaves the unknown as small as it is. */
import type { ListItem, ListValue, UnresolvedValue, Value } from '../model/value.ts';
import { clip } from './clip.ts';
import { coerceScalar } from './coerce-scalar.ts';
import type { PolicyContext } from './policy-context.ts';
import { problemAt } from './problem-at.ts';
import { unresolved } from './unresolved.ts';

/** One string or a list of them in, always a list out; unknown lists are open-ended, numbers and booleans are text. */
export function normalizeStrings(value: Value, element: string, context: PolicyContext): Value {
  if (value.state === 'unresolved') {
    if (value.mayBeAbsent) return value;
    if (value.knownPrefix === undefined && value.pieces === undefined) return openList(value);
  }
  if (value.state === 'null' || value.state === 'absent') return { state: 'absent' };
  const isList = value.state === 'known' && value.type === 'list';
  const items: readonly ListItem[] = isList ? value.items : [{ presence: 'yes', value }];
  const list: ListValue = isList ? value : { state: 'known', type: 'list', items: [], origin: value.origin };
  context.remaining -= items.length;
  if (context.remaining < 0) return { ...list, items: [], openEnded: tooMuch(value, context) };
  const { encoded: _, ...rest } = list;
  return { ...rest, items: items.flatMap((item) => normalizeString(item, element, context)) };
}

/** Nothing known of it: one string or many. A text that is known in part is one string. */
function openList(value: UnresolvedValue): ListValue {
  return { state: 'known', type: 'list', items: [], openEnded: value, origin: value.origin };
}

function normalizeString(item: ListItem, element: string, context: PolicyContext): readonly ListItem[] {
  const { value } = item;
  if (value.state === 'null' || value.state === 'absent') return [];
  if (value.state !== 'known') return [item];
  const text = value.type === 'scalar' ? coerceScalar(value, 'string') : undefined;
  if (text) return [{ ...item, value: text }];
  const message = `An entry of ${clip(element)} is not a string`;
  context.problems.push(problemAt(value.origin, 'invalid-policy-document', 'not-evaluated', message));
  return [{ ...item, value: unresolved('invalid-value', element, value.origin) }];
}

function tooMuch(value: Value, context: PolicyContext): ReturnType<typeof unresolved> {
  const origin = value.origin ?? { from: 'computed' };
  if (!context.problems.some((problem) => problem.code === 'budget-exceeded')) {
    context.problems.push(problemAt(origin, 'budget-exceeded', 'not-evaluated', 'A policy document is too large'));
  }
  return unresolved('budget-exceeded', 'policy document', origin);
}
