/** Text of a node that must be a literal: a logical id, the name of a condition, a template of Fn::Sub. */
import type { DocumentNode } from '../../documents/document-node.ts';

/** The text; undefined for lists, maps, calls and null. */
export function literalText(node: DocumentNode | undefined): string | undefined {
  if (node?.type !== 'scalar' || node.tag !== undefined || node.value === null) return undefined;
  return node.text;
}
