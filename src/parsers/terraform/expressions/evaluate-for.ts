/**
 * `[for k, v in c : v if p]` and `{for … : k => v...}`. Elements whose condition is not known stay as elements that
 * may be missing.
 */
import type { ListItem, Origin, Presence, UnresolvedValue, Value } from '../../../model/value.ts';
import { bind } from '../evaluation/bind.ts';
import { type Element, enumerate } from '../evaluation/enumerate.ts';
import { fail } from '../evaluation/fail.ts';
import { originOf } from '../evaluation/origin-of.ts';
import { isOrdinary } from '../../../dictionary/is-ordinary.ts';
import { propagate } from '../evaluation/propagate.ts';
import type { Env } from '../evaluation/session.ts';
import { takeSteps } from '../evaluation/take-steps.ts';
import type { ForExpression } from '../syntax/ast.ts';
import { findUnknown } from '../values/find-unknown.ts';
import { makeList } from '../values/make-list.ts';
import { makeMap } from '../values/make-map.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { toBoolean } from '../values/to-boolean.ts';
import { toText } from '../values/to-text.ts';
import { mergeAssumptions } from '../values/merge-assumptions.ts';

interface Result {
  readonly items: ListItem[];
  readonly entries: Map<string, Value[]>;
  open: UnresolvedValue | undefined;
}

/** A list or a map; unknown where the collection is. */
export function evaluateFor(expression: ForExpression, env: Env): Value {
  const collection = env.session.evaluate(expression.collection, env);
  const place = originOf(env, expression);
  const assumptions = mergeAssumptions(collection.origin?.assumptions, undefined);
  const origin: Origin = assumptions ? { ...place, assumptions } : place;
  const known = enumerate(collection, origin);
  if (!known) return propagate([collection], origin) ?? fail(env.session, 'for over no collection', origin);
  const result: Result = { items: [], entries: new Map(), open: known.openEnded };
  for (const element of known.elements) {
    if (!takeSteps(env.session, 1)) result.open = makeUnresolved('budget-exceeded', 'for', origin);
    if (result.open?.reason === 'budget-exceeded') break;
    addElement(expression, env, element, result);
  }
  return expression.key ? toMap(expression, result, origin) : toList(result, origin);
}

function addElement(expression: ForExpression, env: Env, element: Element, into: Result): void {
  const keyed = expression.keyName === undefined ? env : bind(env, expression.keyName, element.key);
  const inner = bind(keyed, expression.valueName, element.value);
  const condition = expression.condition && env.session.evaluate(expression.condition, inner);
  const chosen = condition && findUnknown(condition);
  if (chosen && !isOrdinary(chosen.reason)) {
    into.open ??= makeUnresolved(chosen.reason, chosen.subject, originOf(env, expression), { mayBeAbsent: true });
    return;
  }
  const presence = decidePresence(condition, element.presence);
  if (presence === 'no') return;
  if (!expression.key) {
    into.items.push({ presence, value: env.session.evaluate(expression.value, inner) });
    return;
  }
  const key = env.session.evaluate(expression.key, inner);
  const name = toText(key);
  const value = env.session.evaluate(expression.value, inner);
  if (name === undefined || presence === 'unknown') {
    const unknown = findUnknown(key);
    const subject = unknown?.subject ?? name ?? 'a key';
    const reason = unknown && !isOrdinary(unknown.reason) ? unknown.reason : 'unknown-key';
    into.open ??= makeUnresolved(reason, subject, originOf(env, expression.key), { mayBeAbsent: true });
    return;
  }
  const group = into.entries.get(name);
  if (group) group.push(value);
  else into.entries.set(name, [value]);
}

function decidePresence(condition: Value | undefined, outer: Presence): Presence | 'no' {
  if (!condition) return outer;
  const decided = toBoolean(condition);
  if (decided === undefined) return 'unknown';
  return decided ? outer : 'no';
}

function toList({ items, open }: Result, origin: Origin): Value {
  return { state: 'known', type: 'list', items, ...(open ? { openEnded: open } : {}), origin };
}

function toMap(expression: ForExpression, { entries, open }: Result, origin: Origin): Value {
  const values = [...entries].map(([key, group]): [string, Value] => {
    return [key, expression.grouped ? makeList(group, origin) : (group.at(-1) ?? { state: 'null', origin })];
  });
  return makeMap(values, origin, open);
}
