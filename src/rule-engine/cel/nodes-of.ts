/** Walks a checked expression. The limits of the parser bound its size and depth. */
import type { CelNode } from './cel-node.ts';

/** The node and everything below it, outermost first. */
export function nodesOf(node: CelNode): readonly CelNode[] {
  return [node, ...childrenOf(node).flatMap(nodesOf)];
}

function childrenOf(node: CelNode): readonly CelNode[] {
  switch (node.op) {
    case 'literal':
    case 'variable':
      return [];
    case 'select':
      return [node.target];
    case 'index':
      return [node.target, node.key];
    case 'call':
      return node.target === undefined ? node.args : [node.target, ...node.args];
    case 'list':
      return node.items;
    case 'map':
      return node.entries.flat();
    case 'conditional':
      return [node.condition, node.whenTrue, node.whenFalse];
    case 'and':
    case 'or':
    case 'binary':
      return [node.left, node.right];
    case 'not':
    case 'negate':
      return [node.operand];
  }
}
