/** Who a statement is about, in one shape. May not resolve names or accounts. */
import { PRINCIPAL_TYPES } from '../model/policy-document.ts';
import type { Value } from '../model/value.ts';
import { fixElementNames } from './fix-element-names.ts';
import { normalizeStrings } from './normalize-strings.ts';
import type { PolicyContext } from './policy-context.ts';
import { problemAt } from './problem-at.ts';

/** `"*"` in, `{ AWS: ["*"] }` out; objects keep their types with lists of strings. */
export function normalizePrincipal(value: Value, context: PolicyContext): Value {
  if (value.state !== 'known') return value;
  if (value.type === 'map') {
    const entries = fixElementNames(value, PRINCIPAL_TYPES, context);
    for (const [key, principals] of entries) entries.set(key, normalizeStrings(principals, 'Principal', context));
    return { ...value, entries };
  }
  const isEveryone = value.type === 'scalar' && value.value === '*';
  if (!isEveryone) {
    const message = 'A principal is neither "*" nor an object';
    context.problems.push(problemAt(value.origin, 'invalid-policy-document', 'not-evaluated', message));
  }
  const entries = new Map([['AWS', normalizeStrings(value, 'Principal', context)]]);
  return { state: 'known', type: 'map', entries, origin: value.origin };
}
