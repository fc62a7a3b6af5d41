/** `Fn::Base64` of a text. What is not known stays so; its prefix is not, because the encoding differs. */
import { Buffer } from 'node:buffer';
import type { Value } from '../../../model/value.ts';
import type { Evaluator, IntrinsicCall } from '../evaluator.ts';
import { scalarText } from '../scalar-text.ts';
import { unknownOf } from '../unknown-of.ts';

export function base64(evaluator: Evaluator, call: IntrinsicCall): Value {
  const text = evaluator.evaluate(call.argument);
  const unknown = unknownOf(evaluator, call.node, text);
  if (unknown !== undefined) return unknown;
  if (text.state !== 'known' || text.type !== 'scalar') return evaluator.invalid(call, 'Fn::Base64 takes a text');
  const source = scalarText(text);
  if (!evaluator.spend(source.length >> 6, call.node)) {
    return evaluator.unresolved(call.node, 'budget-exceeded', 'Fn::Base64');
  }
  const { text: _, ...origin } = { ...text.origin, ...evaluator.originOf(call.node) };
  return { ...text, value: Buffer.from(source, 'utf8').toString('base64'), origin };
}
