/** What the readers of `*.tf.json` share: the text, the errors found so far and the bound on nesting. */
import type { Node } from 'jsonc-parser';
import type { Span, SyntaxError } from './ast.ts';

export interface JsonSource {
  readonly text: string;
  readonly maxDepth: number;
  readonly errors: SyntaxError[];
}

/** One property of a JSON object. */
export interface JsonProperty extends Span {
  readonly name: string;
  /** The key with its quotes. */
  readonly key: Node;
  readonly value: Node;
}

/** The properties of an object node in source order; those without a value, in broken files, are left out. */
export function propertiesOf(node: Node): readonly JsonProperty[] {
  const properties: JsonProperty[] = [];
  for (const child of node.children ?? []) {
    const [key, value] = child.children ?? [];
    if (key === undefined || value === undefined) continue;
    properties.push({ name: String(key.value), key, value, ...spanOf(child) });
  }
  return properties;
}

/** Where a node stands in the text. */
export function spanOf(node: Node): Span {
  return { start: node.offset, end: node.offset + node.length };
}
