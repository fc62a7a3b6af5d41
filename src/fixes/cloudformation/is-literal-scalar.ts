/** Tells values written out from those a function or a parameter gives. */
import type { DocumentNode, ScalarNode } from '../../documents/document-node.ts';

/** A plain or quoted scalar without a tag, on one line. */
export function isLiteralScalar(node: DocumentNode, text: string): node is ScalarNode {
  if (node.type !== 'scalar' || node.tag !== undefined) return false;
  const isWritten = node.style === 'plain' || node.style === 'single-quoted' || node.style === 'double-quoted';
  return isWritten && !text.slice(node.start, node.end).includes('\n');
}
