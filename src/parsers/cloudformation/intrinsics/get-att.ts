/** `Fn::GetAtt`, as `"Resource.Attribute"` or `[Resource, Attribute]`; both give the same reference. */
import type { Value } from '../../../model/value.ts';
import { argumentList } from '../argument-list.ts';
import type { Evaluator, IntrinsicCall } from '../evaluator.ts';
import { literalText } from '../literal-text.ts';
import { resolveAttribute } from '../resolve-attribute.ts';
import { scalarText } from '../scalar-text.ts';

export function getAtt(evaluator: Evaluator, call: IntrinsicCall): Value {
  const text = literalText(call.argument);
  const path = text === undefined ? listPath(evaluator, call) : splitPath(text);
  if (path === undefined) return evaluator.invalid(call, 'Fn::GetAtt takes a resource and one of its attributes');
  return Array.isArray(path) ? resolveAttribute(evaluator, path as [string, string], call.node) : (path as Value);
}

/** The name of the attribute may be computed; the resource may not. */
function listPath(evaluator: Evaluator, call: IntrinsicCall): [string, string] | Value | undefined {
  const [resource, attribute] = argumentList(call, 2) ?? [];
  const target = literalText(resource);
  if (target === undefined || target === '' || attribute === undefined) return undefined;
  const name = evaluator.evaluate(attribute);
  if (name.state === 'unresolved') return evaluator.unresolved(call.node, name.reason, `${target}.${name.subject}`);
  return name.state === 'known' && name.type === 'scalar' ? [target, scalarText(name)] : undefined;
}

function splitPath(text: string): [string, string] | undefined {
  const dot = text.indexOf('.');
  return dot > 0 && dot < text.length - 1 ? [text.slice(0, dot), text.slice(dot + 1)] : undefined;
}
