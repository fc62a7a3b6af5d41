/** Passes on that an argument of an intrinsic is not known. */
import type { DocumentNode } from '../../documents/document-node.ts';
import type { UnresolvedValue, Value } from '../../model/value.ts';
import type { Evaluator } from './evaluator.ts';

/** The unresolved result an argument forces on a call; undefined when the argument is known, null or absent. */
export function unknownOf(evaluator: Evaluator, node: DocumentNode, argument: Value): UnresolvedValue | undefined {
  if (argument.state === 'unresolved') return evaluator.unresolved(node, argument.reason, argument.subject);
  if (argument.state !== 'reference') return undefined;
  const { target, attribute } = argument;
  return evaluator.unresolved(node, 'provider-computed', attribute === 'Ref' ? target : `${target}.${attribute}`);
}
