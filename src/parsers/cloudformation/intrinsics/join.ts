/** `Fn::Join`: a literal delimiter and a list of texts, which may itself be computed. */
import type { ListValue, Value } from '../../../model/value.ts';
import { argumentList } from '../argument-list.ts';
import { concatenate } from '../concatenate.ts';
import type { Evaluator, IntrinsicCall } from '../evaluator.ts';
import { literalText } from '../literal-text.ts';

export function join(evaluator: Evaluator, call: IntrinsicCall): Value {
  const [delimiter, list] = argumentList(call, 2) ?? [];
  const between =
    literalText(delimiter) ?? (delimiter?.type === 'scalar' && delimiter.style === 'empty' ? '' : undefined);
  if (between === undefined || list === undefined) {
    return evaluator.invalid(call, 'Fn::Join takes a delimiter and a list');
  }
  const values = evaluator.evaluate(list);
  if (values.state === 'unresolved') return evaluator.unresolved(call.node, values.reason, values.subject);
  if (values.state === 'reference') {
    return evaluator.unresolved(call.node, 'provider-computed', `${values.target}.${values.attribute}`);
  }
  if (values.state !== 'known' || values.type !== 'list') {
    return evaluator.invalid(call, 'Fn::Join takes a delimiter and a list');
  }
  return concatenate(evaluator, call, piecesOf(values, between, evaluator, call));
}

function piecesOf(list: ListValue, between: string, evaluator: Evaluator, call: IntrinsicCall): Value[] {
  const origin = evaluator.originOf(call.node);
  const pieces: Value[] = [];
  for (const { value, presence } of list.items) {
    if (!evaluator.spend(1, call.node)) break;
    if (pieces.length > 0 && between !== '') pieces.push({ state: 'known', type: 'scalar', value: between, origin });
    const uncertain = presence === 'unknown' && value.state !== 'unresolved';
    pieces.push(uncertain ? evaluator.unresolved(call.node, 'unknown-condition', 'Fn::If') : value);
  }
  if (list.openEnded !== undefined) pieces.push(list.openEnded);
  return pieces.length === 0 ? [{ state: 'known', type: 'scalar', value: '', origin }] : pieces;
}
