/**
 * What an expression yields while it is evaluated: a value of the model (or an error), where it was read from, and the
 * trace of reads that decided it. Internal to the engine; nothing here is stored or reported as it is.
 */
import type { Origin, Value } from '../../model/value.ts';
import { joinTraces } from './join-traces.ts';
import type { Part, Read, Trace } from './trace.ts';
import { unresolvedBecause } from './unresolved-because.ts';

/** A scalar of the expression language: integers are bigint, as CEL's 64-bit `int` needs. */
export interface CelScalar {
  readonly state: 'known';
  readonly type: 'scalar';
  readonly value: string | number | boolean | bigint;
  readonly origin: Origin;
  readonly sensitive?: true;
}

/** CEL's evaluation error: absorbed by `&&`, `||` and the quantifiers, a Problem of the rule at the top. */
export interface ErrorValue {
  readonly state: 'error';
  readonly message: string;
}

export type CelValue = Value | CelScalar | ErrorValue;

const COMPUTED: Origin = { from: 'computed' };

export class Operand {
  readonly value: CelValue;
  /** The property this value was read from; undefined for computed values. */
  readonly read: Read | undefined;
  /** What decided a computed value. */
  readonly trace: Trace;
  /** For computed lists, one for each item. */
  readonly parts: readonly Part[] | undefined;
  /** Joined once: an operand may be consumed for every element of a list. */
  #consumed: { readonly trace: Trace } | undefined;

  constructor(value: CelValue, read: Read | undefined, trace: Trace, parts?: readonly Part[]) {
    this.value = value;
    this.read = read;
    this.trace = trace;
    this.parts = parts;
  }

  /** A computed scalar. */
  static scalar(value: CelScalar['value'], trace?: Trace): Operand {
    return new Operand({ state: 'known', type: 'scalar', value, origin: COMPUTED }, undefined, trace);
  }

  /** An error with CEL's own words. */
  static error(message: string, trace?: Trace): Operand {
    return new Operand({ state: 'error', message }, undefined, trace);
  }

  /** Something that is not there. */
  static absent(trace?: Trace): Operand {
    return new Operand({ state: 'absent' }, undefined, trace);
  }

  /** A computed value that cannot be known; its reasons are in the trace. */
  static unknown(trace: Trace): Operand {
    const value = { ...unresolvedBecause('unsupported-expression', 'expression'), mayBeAbsent: true };
    return new Operand(value, undefined, trace);
  }

  /** The same value, decided by more. */
  after(trace: Trace): Operand {
    return new Operand(this.value, this.read, joinTraces(trace, this.trace), this.parts);
  }

  /** The same value with this trace alone. */
  decidedBy(trace: Trace): Operand {
    return new Operand(this.value, this.read, trace, this.parts);
  }

  /**
   * The trace of taking part in a decision: what decided this value and what it was read from. The resource as a
   * whole is no fact; of computed lists every element counts.
   */
  consume(): Trace {
    this.#consumed ??= { trace: this.#join() };
    return this.#consumed.trace;
  }

  #join(): Trace {
    let trace = this.trace;
    if (this.read !== undefined && this.read.root !== 'resource') trace = joinTraces(trace, { read: this.read });
    for (const part of this.parts ?? []) {
      trace = joinTraces(trace, part.trace);
      if (part.read !== undefined) trace = joinTraces(trace, { read: part.read });
    }
    return trace;
  }
}
