/**
 * Quoted templates, heredocs and template files. `"${x}"` is x itself; a template with an unknown part is unresolved
 * with the text before it, except that JSON with holes keeps its structure.
 */
import { exceedBudget } from '../evaluation/exceed-budget.ts';
import type { Origin, Value } from '../../../model/value.ts';
import { isOrdinary } from '../../../dictionary/is-ordinary.ts';
import { bind } from '../evaluation/bind.ts';
import { deriveScalar } from '../evaluation/derive-scalar.ts';
import { enumerate } from '../evaluation/enumerate.ts';
import { fail } from '../evaluation/fail.ts';
import { originOf } from '../evaluation/origin-of.ts';
import type { Env } from '../evaluation/session.ts';
import { takeSteps } from '../evaluation/take-steps.ts';
import type { TemplateExpression, TemplateFor, TemplateIf, TemplatePart } from '../syntax/ast.ts';
import { findUnknown } from '../values/find-unknown.ts';
import { gatherTraits } from '../values/gather-traits.ts';
import { makeScalar } from '../values/make-scalar.ts';
import { markSensitive } from '../values/mark-sensitive.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { sizeOf } from '../values/size-of.ts';
import { toBoolean } from '../values/to-boolean.ts';
import { toText } from '../values/to-text.ts';
import { partlyKnownText } from '../values/partly-known-text.ts';
import { withOrigin } from '../values/with-origin.ts';
import { readJsonTemplate } from './read-json-template.ts';

const MOST_CHARACTERS = 4_000_000;

/** Text, or a value that could not become text. */
type Piece = string | Value;

interface Output {
  readonly pieces: Piece[];
  /** Everything that went in, for assumptions and secrecy. */
  readonly used: Value[];
  length: number;
}

/** The text of a template. */
export function evaluateTemplate(expression: TemplateExpression, env: Env): Value {
  const origin = originOf(env, expression);
  const [first] = expression.parts;
  if (first === undefined) return makeScalar('', origin);
  if (expression.parts.length === 1 && first.type === 'text') return makeScalar(first.value, origin);
  if (expression.parts.length === 1 && first.type === 'interpolation' && !expression.heredoc) {
    return withOrigin(env.session.evaluate(first.expression, env), origin);
  }
  const output: Output = { pieces: [], used: [], length: 0 };
  writeParts(expression.parts, env, output);
  return finish(output, origin, env);
}

function finish({ pieces, used, length }: Output, origin: Origin, env: Env): Value {
  if (length > MOST_CHARACTERS) return exceedBudget(env.session, 'a long text', origin);
  const text = pieces.every((piece) => typeof piece === 'string') ? pieces.join('') : undefined;
  if (text !== undefined) return deriveScalar(text, used, origin);
  const { assumptions, sensitive } = gatherTraits(used);
  const place = assumptions ? { ...origin, assumptions } : origin;
  const document = readJsonTemplate(pieces, place, env.session.limits.nesting);
  if (document) return sensitive ? markSensitive(document) : document;
  return partlyKnownText(pieces, used, origin);
}

function writeParts(parts: readonly TemplatePart[], env: Env, output: Output): void {
  for (const part of parts) {
    if (output.length > MOST_CHARACTERS || !takeSteps(env.session, 1)) return;
    if (part.type === 'text') put(part.value, output);
    else if (part.type === 'interpolation') writeValue(env.session.evaluate(part.expression, env), env, output);
    else if (part.type === 'if') writeIf(part, env, output);
    else writeFor(part, env, output);
  }
}

function put(text: string, output: Output): void {
  output.pieces.push(text);
  output.length += text.length;
}

function writeValue(value: Value, env: Env, output: Output): void {
  output.used.push(value);
  takeSteps(env.session, sizeOf(value));
  const text = toText(value);
  if (text !== undefined) put(text, output);
  else if (findUnknown(value)) output.pieces.push(value);
  else output.pieces.push(fail(env.session, 'a template', value.origin ?? { from: 'computed' }));
}

function writeIf(part: TemplateIf, env: Env, output: Output): void {
  const condition = env.session.evaluate(part.condition, env);
  output.used.push(condition);
  const decided = toBoolean(condition);
  if (decided !== undefined) {
    writeParts(decided ? part.consequent : part.alternate, env, output);
    return;
  }
  const unknown = findUnknown(condition);
  const reason = unknown && !isOrdinary(unknown.reason) ? unknown.reason : 'unknown-condition';
  output.pieces.push(makeUnresolved(reason, unknown?.subject ?? 'a condition', originOf(env, part)));
}

function writeFor(part: TemplateFor, env: Env, output: Output): void {
  const collection = env.session.evaluate(part.collection, env);
  output.used.push(collection);
  const known = enumerate(collection, originOf(env, part));
  for (const element of known?.elements ?? []) {
    if (!takeSteps(env.session, 1)) return;
    if (element.presence !== 'yes') {
      output.pieces.push(makeUnresolved('unknown-condition', 'an element', originOf(env, part)));
      continue;
    }
    const keyed = part.keyName === undefined ? env : bind(env, part.keyName, element.key);
    writeParts(part.body, bind(keyed, part.valueName, element.value), output);
  }
  if (known && !known.openEnded) return;
  output.pieces.push(known?.openEnded ?? findUnknown(collection) ?? fail(env.session, 'for', originOf(env, part)));
}
