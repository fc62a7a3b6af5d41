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
