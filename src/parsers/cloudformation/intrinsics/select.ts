/** `Fn::Select`: one element of a list by its index, which may be text. */
import type { ListValue, Value } from '../../../model/value.ts';
import { argumentList } from '../argument-list.ts';
import type { Evaluator, IntrinsicCall } from '../evaluator.ts';
import { scalarText } from '../scalar-text.ts';
import { unknownOf } from '../unknown-of.ts';

const INDEX = /^[0-9]{1,9}$/;

export function select(evaluator: Evaluator, call: IntrinsicCall): Value {
  const [indexNode, listNode] = argumentList(call, 2) ?? [];
  if (indexNode === undefined || listNode === undefined) return invalid(evaluator, call);
  const index = evaluator.evaluate(indexNode);
  const list = evaluator.evaluate(listNode);
  // Nobody is asked for what AWS computes: to choose by it is to choose oneself.
  if (index.state === 'reference') return evaluator.unresolved(call.node, 'derived-value', index.target);
  const unknown = unknownOf(evaluator, call.node, index) ?? unknownOf(evaluator, call.node, list);
  if (unknown !== undefined) return unknown;
  const text = index.state === 'known' && index.type === 'scalar' ? scalarText(index) : '';
  if (!INDEX.test(text) || list.state !== 'known' || list.type !== 'list') return invalid(evaluator, call);
  return element(evaluator, call, { list, at: Number(text) });
}

/** An element that may not be there, or one before it, makes the index mean several things. */
function element(evaluator: Evaluator, call: IntrinsicCall, { list, at }: { list: ListValue; at: number }): Value {
  const upTo = list.items.slice(0, at + 1);
  if (upTo.some((item) => item.presence === 'unknown')) {
    return evaluator.unresolved(call.node, 'unknown-condition', 'Fn::Select');
  }
  const item = upTo[at];
  if (item !== undefined) return item.value;
  if (list.openEnded !== undefined)
    return evaluator.unresolved(call.node, list.openEnded.reason, list.openEnded.subject);
  return evaluator.invalid(call, 'Fn::Select asks for an element the list does not have');
}

function invalid(evaluator: Evaluator, call: IntrinsicCall): Value {
  return evaluator.invalid(call, 'Fn::Select takes an index and a list');
}
