/** Functions whose result only a deployment knows, or that this product does not compute; each with its reason. */
import type { UnresolvedReason, Value } from '../../../model/value.ts';
import type { Evaluator, IntrinsicCall } from '../evaluator.ts';
import { scalarText } from '../scalar-text.ts';

const REASONS: ReadonlyMap<string, UnresolvedReason> = new Map([
  ['Fn::ImportValue', 'cross-stack-import'],
  ['Fn::GetStackOutput', 'cross-stack-import'],
  ['Fn::GetAZs', 'pseudo-parameter'],
  ['Fn::Transform', 'macro'],
  ['Fn::Cidr', 'unsupported-expression'],
  ['Fn::ToJsonString', 'unsupported-expression'],
  ['Fn::Length', 'unsupported-expression'],
  ['Fn::RefAll', 'unsupported-expression'],
  ['Fn::ValueOf', 'unsupported-expression'],
  ['Fn::ValueOfAll', 'unsupported-expression'],
]);

/** Arguments are evaluated all the same, so that mistakes in them are found. */
export function unsupported(evaluator: Evaluator, call: IntrinsicCall): Value {
  const reason = REASONS.get(call.name);
  if (reason === 'macro') return evaluator.unresolved(call.node, reason, call.name);
  const argument = evaluator.evaluate(call.argument);
  if (reason === undefined) {
    evaluator.invalid(call, 'The template calls a function that does not exist here');
    return evaluator.unresolved(call.node, 'unknown-function', call.name);
  }
  const named = argument.state === 'known' && argument.type === 'scalar' && !argument.sensitive;
  const subject = named && reason === 'cross-stack-import' ? `${call.name} ${scalarText(argument)}` : call.name;
  return evaluator.unresolved(call.node, reason, subject);
}
