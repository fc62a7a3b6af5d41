/**
 * Function calls: arguments first, except for `try` and `can`, which decide by whether evaluating them fails.
 */
import { exceedBudget } from '../evaluation/exceed-budget.ts';
import type { Origin, Value } from '../../../model/value.ts';
import { fail } from '../evaluation/fail.ts';
import { originOf } from '../evaluation/origin-of.ts';
import { propagate } from '../evaluation/propagate.ts';
import type { Env } from '../evaluation/session.ts';
import { takeSteps } from '../evaluation/take-steps.ts';
import { FUNCTIONS } from '../functions/functions.ts';
import type { CallExpression, Expression } from '../syntax/ast.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { sizeOf } from '../values/size-of.ts';
import { parseType } from '../types/parse-type.ts';
import { convertValue } from '../types/convert-value.ts';
import { evaluateCan } from './evaluate-can.ts';
import { evaluateTry } from './evaluate-try.ts';

/**
 * Known, but not computed: the bytes of a compressor are its own, and what is decrypted is a secret. Unknown arguments
 * still name their own reason.
 */
const NOT_COMPUTED: ReadonlySet<string> = new Set(['base64gzip', 'rsadecrypt']);

const NON_DETERMINISTIC: ReadonlySet<string> = new Set(['timestamp', 'plantimestamp', 'uuid', 'bcrypt', 'abspath']);

/** The result; a function that is not known, or not the same on every machine, is unresolved. */
export function evaluateCall(expression: CallExpression, env: Env): Value {
  const origin = originOf(env, expression);
  const name = expression.name.startsWith('core::') ? expression.name.slice(6) : expression.name;
  if (name === 'try') return evaluateTry(expression.arguments, env, origin);
  if (name === 'can') return evaluateCan(expression.arguments, env, origin);
  if (name === 'convert') return evaluateConvert(expression, env, origin);
  if (NON_DETERMINISTIC.has(name)) return makeUnresolved('non-deterministic', `${name}()`, origin);
  const apply = env.session.functions?.get(name) ?? FUNCTIONS.get(name);
  if (!apply) {
    env.session.doubts += 1;
    const unknown = NOT_COMPUTED.has(name) && propagateArguments(expression, env, origin);
    if (unknown) return unknown;
    return makeUnresolved('unknown-function', `${name.slice(0, 80)}()`, origin, { mayBeAbsent: true });
  }
  const values = evaluateArguments(expression, env, origin);
  if (!Array.isArray(values)) return values as Value;
  const cost = values.reduce((sum: number, value) => sum + sizeOf(value), 0);
  if (!takeSteps(env.session, 1 + cost)) return exceedBudget(env.session, `${name}()`, origin);
  return apply(values, { env, origin, name });
}

function propagateArguments(expression: CallExpression, env: Env, origin: Origin): Value | undefined {
  return propagate(
    expression.arguments.map((argument) => env.session.evaluate(argument, env)),
    origin,
  );
}

/** The values, with a final `list...` spread; a single value is the answer where the list is not known. */
function evaluateArguments(expression: CallExpression, env: Env, origin: Origin): Value[] | Value {
  const values = expression.arguments.map((argument) => env.session.evaluate(argument, env));
  if (!expression.expandFinal) return values;
  const last = values.pop();
  const known = last?.state === 'known' && last.type === 'list' && !last.encoded && !last.openEnded ? last : undefined;
  if (known?.items.every((item) => item.presence === 'yes')) {
    return [...values, ...known.items.map((item) => item.value)];
  }
  const unknown = last && propagate([last], origin, { mayBeAbsent: true });
  return unknown ?? fail(env.session, `${expression.name}(...)`, origin);
}

function evaluateConvert(expression: CallExpression, env: Env, origin: Origin): Value {
  const [argument, type] = expression.arguments;
  if (!argument || !type) return fail(env.session, 'convert', origin);
  const constraint = parseType(type, (nested: Expression) => env.session.evaluate(nested, env));
  return convertValue(env.session.evaluate(argument, env), constraint) ?? fail(env.session, 'convert', origin);
}
