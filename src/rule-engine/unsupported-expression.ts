/** An expression that parses and type-checks but is not part of the rule language; thrown while a rule is compiled. */
import type { NodePlace } from './cel/cel-node.ts';

export class UnsupportedExpression extends Error {
  /** Offsets into the expression. */
  readonly start: number;
  readonly end: number;

  constructor(message: string, node: NodePlace) {
    super(message);
    this.start = node.start;
    this.end = node.end;
  }
}
