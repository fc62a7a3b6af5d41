/**
 * A checked CEL expression as plain data, independent of the library that parsed it. `type` is the static type the
 * checker gave (`dyn` where it is not known); positions are offsets into the expression.
 */
export interface NodePlace {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

export type BinaryOperator = '==' | '!=' | 'in' | '+' | '-' | '*' | '/' | '%' | '<' | '<=' | '>' | '>=';

export type CelNode = NodePlace &
  (
    | { readonly op: 'literal'; readonly value: string | number | bigint | boolean | null }
    | { readonly op: 'variable'; readonly name: string }
    | { readonly op: 'select'; readonly target: CelNode; readonly field: string }
    | { readonly op: 'index'; readonly target: CelNode; readonly key: CelNode }
    | { readonly op: 'call'; readonly name: string; readonly target?: CelNode; readonly args: readonly CelNode[] }
    | { readonly op: 'list'; readonly items: readonly CelNode[] }
    | { readonly op: 'map'; readonly entries: readonly (readonly [CelNode, CelNode])[] }
    | {
        readonly op: 'conditional';
        readonly condition: CelNode;
        readonly whenTrue: CelNode;
        readonly whenFalse: CelNode;
      }
    | { readonly op: 'and' | 'or'; readonly left: CelNode; readonly right: CelNode }
    | { readonly op: 'not' | 'negate'; readonly operand: CelNode }
    | { readonly op: 'binary'; readonly operator: BinaryOperator; readonly left: CelNode; readonly right: CelNode }
  );

/** An expression that was refused, with the offsets of the part that is wrong. */
export interface CelRefusal {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}
