/** `Fn::Split`: a literal delimiter and a text; gives a list of texts. */
import type { ListItem, ScalarValue, Value } from '../../../model/value.ts';
import { argumentList } from '../argument-list.ts';
import type { Evaluator, IntrinsicCall } from '../evaluator.ts';
import { literalText } from '../literal-text.ts';
import { scalarText } from '../scalar-text.ts';
import { unknownOf } from '../unknown-of.ts';

export function split(evaluator: Evaluator, call: IntrinsicCall): Value {
  const [delimiterNode, textNode] = argumentList(call, 2) ?? [];
  const delimiter = literalText(delimiterNode);
  if (delimiter === undefined || delimiter === '' || textNode === undefined) return invalid(evaluator, call);
  const text = evaluator.evaluate(textNode);
  const unknown = unknownOf(evaluator, call.node, text);
  if (unknown !== undefined) return unknown;
  if (text.state !== 'known' || text.type !== 'scalar') return invalid(evaluator, call);
  return splitText(evaluator, call, { text, delimiter });
}

function splitText(
  evaluator: Evaluator,
  call: IntrinsicCall,
  { text, delimiter }: { text: ScalarValue; delimiter: string },
): Value {
  const parts = scalarText(text).split(delimiter);
  if (!evaluator.spend(parts.length, call.node)) return evaluator.unresolved(call.node, 'budget-exceeded', 'Fn::Split');
  const { assumptions } = text.origin;
  const origin = { ...evaluator.originOf(call.node), ...(assumptions === undefined ? {} : { assumptions }) };
  const items = parts.map((part): ListItem => ({ presence: 'yes', value: { ...text, value: part, origin } }));
  return { state: 'known', type: 'list', items, origin };
}

function invalid(evaluator: Evaluator, call: IntrinsicCall): Value {
  return evaluator.invalid(call, 'Fn::Split takes a delimiter and a text');
}
