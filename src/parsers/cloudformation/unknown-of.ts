/** Passes on that an argument of an intrinsic is not known. */
import type { DocumentNode } from '../../documents/document-node.ts';
import type { UnresolvedReason, UnresolvedValue, Value } from '../../model/value.ts';
import type { Evaluator } from './evaluator.ts';

/** The unresolved result an argument forces on a call; undefined when the argument is known, null or absent. */
export function unknownOf(evaluator: Evaluator, node: DocumentNode, argument: Value): UnresolvedValue | undefined {
  if (argument.state === 'unresolved')
    return evaluator.unresolved(node, derivedReason(argument.reason), argument.subject);
  if (argument.state !== 'reference') return undefined;
  const { target, attribute } = argument;
  return evaluator.unresolved(node, 'unknown-condition', attribute === 'Ref' ? target : `${target}.${attribute}`);
}

/** A piece of what AWS computes may be anything: it must not pass for an ARN or an account. */
function derivedReason(reason: UnresolvedReason): UnresolvedReason {
  return reason === 'provider-computed' || reason === 'pseudo-parameter' ? 'unknown-condition' : reason;
}
