/**
 * The record of the values that decided: reads of properties, joined as expressions combine. A persistent tree, so
 * that joining costs one node; flattened once, at the end. Never holds values of other resources than the judged one.
 */
import type { CelValue } from './operand.ts';

/** One property, list element or map entry that was read, with its way from the resource. */
export interface Read {
  readonly parent: Read | undefined;
  /** Property or key; a number for list elements; `?` for the open end of a list or map. */
  readonly segment: string | number;
  readonly value: CelValue;
  /** Paths are told from here: the resource, or the element a rule is evaluated for. */
  readonly root?: 'resource' | 'item';
}

export interface Leaf {
  readonly read: Read;
}

export interface Join {
  readonly left: Leaf | Join;
  readonly right: Leaf | Join;
}

export type Trace = Leaf | Join | undefined;

/** Where an element of a computed list came from. */
export interface Part {
  readonly read: Read | undefined;
  readonly trace: Trace;
}
