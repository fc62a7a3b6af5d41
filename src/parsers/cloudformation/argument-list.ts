/** The arguments of an intrinsic that takes a list of them. May not evaluate anything. */
import type { DocumentNode } from '../../documents/document-node.ts';
import type { IntrinsicCall } from './evaluator.ts';

/** The argument nodes when there are between `least` and `most` of them in a plain list; else undefined. */
export function argumentList(call: IntrinsicCall, least: number, most = least): readonly DocumentNode[] | undefined {
  const { argument } = call;
  if (argument.type !== 'sequence' || argument.tag !== undefined) return undefined;
  return argument.items.length >= least && argument.items.length <= most ? argument.items : undefined;
}
