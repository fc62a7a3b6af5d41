/**
 * One statement of a policy in its normal form: lists where AWS takes one or many, Effect exact, principals by type.
 * A statement without a readable Effect keeps its place with an unresolved one, since it may allow.
 */
import { STATEMENT_PROPERTIES } from '../model/policy-document.ts';
import type { MapValue, Value } from '../model/value.ts';
import { clip } from './clip.ts';
import { problemAt } from './problem-at.ts';
import { unresolved } from './unresolved.ts';
import { coerceScalar } from './coerce-scalar.ts';
import { fixElementNames } from './fix-element-names.ts';
import { normalizeCondition } from './normalize-condition.ts';
import { normalizePrincipal } from './normalize-principal.ts';
import { normalizeStrings } from './normalize-strings.ts';
import type { PolicyContext } from './policy-context.ts';

const STRING_LISTS = ['Action', 'NotAction', 'Resource', 'NotResource'];

/** A statement as written in, its normal form out; problems go into the context. */
export function normalizeStatement(statement: MapValue, context: PolicyContext): MapValue {
  const entries = fixElementNames(statement, STATEMENT_PROPERTIES, context);
  for (const name of STRING_LISTS) change(entries, name, (value) => normalizeStrings(value, name, context));
  for (const name of ['Principal', 'NotPrincipal']) {
    change(entries, name, (value) => normalizePrincipal(value, context));
  }
  change(entries, 'Condition', (value) => normalizeCondition(value, context));
  change(entries, 'Sid', normalizeSid);
  const effect = normalizeEffect(entries.get('Effect'), statement, context);
  if (effect !== undefined) entries.set('Effect', effect);
  return { ...statement, entries };
}

function change(entries: Map<string, Value>, name: string, normalize: (value: Value) => Value): void {
  const value = entries.get(name);
  if (value !== undefined) entries.set(name, normalize(value));
}

function normalizeSid(value: Value): Value {
  return value.state === 'known' && value.type === 'scalar' ? (coerceScalar(value, 'string') ?? value) : value;
}

function normalizeEffect(value: Value | undefined, statement: MapValue, context: PolicyContext): Value | undefined {
  if (value === undefined) {
    if (statement.openEnded) return undefined;
    const message = 'A statement of a policy has no Effect';
    context.problems.push(problemAt(statement.origin, 'invalid-policy-document', 'not-evaluated', message));
    return unresolved('invalid-value', 'Effect', statement.origin);
  }
  if (value.state !== 'known') return value;
  if (value.type === 'scalar' && (value.value === 'Allow' || value.value === 'Deny')) return value;
  const written = value.type === 'scalar' && !value.sensitive ? `"${clip(String(value.value))}"` : 'a value';
  const message = `Effect is ${written}; AWS takes "Allow" or "Deny", exactly so`;
  context.problems.push(problemAt(value.origin, 'invalid-policy-document', 'not-evaluated', message));
  return unresolved('invalid-value', 'Effect', value.origin);
}
