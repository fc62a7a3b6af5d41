/** What a name means in `Ref` and in `${…}` of Fn::Sub. May not decide whether the call around it is well-formed. */
import type { DocumentNode } from '../../documents/document-node.ts';
import type { Value } from '../../model/value.ts';
import type { Evaluator } from './evaluator.ts';

const PSEUDO_PARAMETERS: ReadonlySet<string> = new Set([
  'AWS::AccountId',
  'AWS::NotificationARNs',
  'AWS::Partition',
  'AWS::Region',
  'AWS::StackId',
  'AWS::StackName',
  'AWS::URLSuffix',
]);

/** Value of a name at a place: `AWS::NoValue` is null, a parameter its value, a resource a reference with `Ref`. */
export function resolveName(evaluator: Evaluator, name: string, node: DocumentNode): Value {
  const origin = evaluator.originOf(node);
  if (name === 'AWS::NoValue') return { state: 'null', origin };
  if (PSEUDO_PARAMETERS.has(name)) return evaluator.unresolved(node, 'pseudo-parameter', name);
  const parameter = evaluator.parameter(name);
  if (parameter !== undefined && parameter.state !== 'absent') {
    const { text, assumptions } = parameter.origin;
    const kept = { ...(text === undefined ? {} : { text }), ...(assumptions === undefined ? {} : { assumptions }) };
    return { ...parameter, origin: { from: 'source', ...(origin.location && { location: origin.location }), ...kept } };
  }
  if (evaluator.template.resources.has(name)) return { state: 'reference', target: name, attribute: 'Ref', origin };
  return evaluator.undeclared(node, name);
}
