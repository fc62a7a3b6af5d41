/** What `Resource.Attribute` means in Fn::GetAtt and Fn::Sub: a reference, when the template has the resource. */
import type { DocumentNode } from '../../documents/document-node.ts';
import type { Value } from '../../model/value.ts';
import type { Evaluator } from './evaluator.ts';

/** Reference to an attribute of a resource of the template; the attribute may hold dots (`Outputs.Url`). */
export function resolveAttribute(evaluator: Evaluator, path: [string, string], node: DocumentNode): Value {
  const [target, attribute] = path;
  if (!evaluator.template.resources.has(target)) return evaluator.undeclared(node, `${target}.${attribute}`);
  return { state: 'reference', target, attribute, origin: evaluator.originOf(node) };
}
