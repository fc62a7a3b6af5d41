/** `Ref`: a parameter's value, a reference to a resource, or a pseudo parameter, which only a deployment knows. */
import type { DocumentNode } from '../../../documents/document-node.ts';
import type { Value } from '../../../model/value.ts';
import type { Evaluator, IntrinsicCall } from '../evaluator.ts';
import { literalText } from '../literal-text.ts';
import { resolveName } from '../resolve-name.ts';

export function ref(evaluator: Evaluator, call: IntrinsicCall): Value {
  const name = literalText(call.argument);
  if (name === undefined || name === '')
    return evaluator.invalid(call, 'Ref takes the name of a parameter or resource');
  return resolveName(evaluator, name, call.node satisfies DocumentNode);
}
