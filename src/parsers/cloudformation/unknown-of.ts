/** Passes on that an argument of an intrinsic is not known. */
import { isOrdinary } from '../../dictionary/is-ordinary.ts';
import type { DocumentNode } from '../../documents/document-node.ts';
import type { UnresolvedReason, UnresolvedValue, Value } from '../../model/value.ts';
import type { Evaluator } from './evaluator.ts';

/** Letters, digits and what patterns are made of; punctuation between names is nothing of the author's own. */
const WORDY = /[\p{L}\p{N}*?]/u;

/** The unresolved result an argument forces on a call; undefined when the argument is known, null or absent. */
export function unknownOf(evaluator: Evaluator, node: DocumentNode, argument: Value): UnresolvedValue | undefined {
  if (argument.state === 'unresolved') return evaluator.unresolved(node, derivedReason(argument), argument.subject);
  if (argument.state !== 'reference') return undefined;
  const { target, attribute } = argument;
  return evaluator.unresolved(node, 'unknown-condition', attribute === 'Ref' ? target : `${target}.${attribute}`);
}

/** A piece of what AWS computes may be anything: it must not pass for an ARN or an account. */
function derivedReason(value: UnresolvedValue): UnresolvedReason {
  const { reason } = value;
  if (isOrdinary(reason) && hasOwnText(value)) return 'derived-value';
  return reason === 'provider-computed' || reason === 'pseudo-parameter' ? 'unknown-condition' : reason;
}

/** `"${Worker.Arn}|*"`: what is cut out of it may be what stands there, word for word. */
function hasOwnText({ hasOwnText: own, knownPrefix = '' }: UnresolvedValue): boolean {
  return own === true || WORDY.test(knownPrefix);
}
