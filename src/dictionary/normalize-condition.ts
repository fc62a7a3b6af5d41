/** Conditions of a statement, in one shape. May not interpret operators or keys. */
import type { Value } from '../model/value.ts';
import { normalizeStrings } from './normalize-strings.ts';
import type { PolicyContext } from './policy-context.ts';
import { problemAt } from './problem-at.ts';
import { unresolved } from './unresolved.ts';

/** Operators to keys to lists of strings; operators and keys as written. */
export function normalizeCondition(value: Value, context: PolicyContext): Value {
  return mapValues(value, context, (operator) =>
    mapValues(operator, context, (operands) => normalizeStrings(operands, 'Condition', context)),
  );
}

function mapValues(value: Value, context: PolicyContext, change: (inner: Value) => Value): Value {
  if (value.state !== 'known') return value;
  if (value.type !== 'map') {
    const message = 'A condition is not an object of operators and keys';
    context.problems.push(problemAt(value.origin, 'invalid-policy-document', 'not-evaluated', message));
    return unresolved('invalid-value', 'Condition', value.origin);
  }
  const entries = new Map<string, Value>();
  for (const [key, inner] of value.entries) {
    if (inner.state !== 'null' && inner.state !== 'absent') entries.set(key, change(inner));
  }
  return { ...value, entries };
}
