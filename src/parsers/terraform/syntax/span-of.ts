/** From the positions of the JSON parser to those of the tree. */
import type { Node } from 'jsonc-parser';
import type { Span } from './ast.ts';

/** Where a node stands in the text. */
export function spanOf(node: Node): Span {
  return { start: node.offset, end: node.offset + node.length };
}
