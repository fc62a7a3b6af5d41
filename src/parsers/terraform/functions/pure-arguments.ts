/**
 * Typed access to the arguments of a pure function. Remembers a failed conversion instead of throwing.
 */
import type { Value } from '../../../model/value.ts';
import { toBoolean } from '../values/to-boolean.ts';
import { toNumber } from '../values/to-number.ts';
import { toText } from '../values/to-text.ts';

export class PureArguments {
  readonly values: readonly Value[];
  failed = false;

  constructor(values: readonly Value[]) {
    this.values = values;
  }

  get count(): number {
    return this.values.length;
  }

  text(at: number): string {
    return this.#or(this.values[at], toText, '');
  }

  number(at: number): number {
    return this.#or(this.values[at], toNumber, 0);
  }

  integer(at: number): number {
    const number = this.number(at);
    if (!Number.isInteger(number)) this.failed = true;
    return number;
  }

  boolean(at: number): boolean {
    return this.#or(this.values[at], toBoolean, false);
  }

  /** Elements of a list or set. */
  list(at: number): readonly Value[] {
    const value = this.values[at];
    if (value?.state === 'known' && value.type === 'list' && !value.encoded)
      return value.items.map((item) => item.value);
    this.failed = true;
    return [];
  }

  texts(at: number): string[] {
    return this.list(at).map((item) => this.#or(item, toText, ''));
  }

  /** Entries of a map. */
  map(at: number): ReadonlyMap<string, Value> {
    const value = this.values[at];
    if (value?.state === 'known' && value.type === 'map' && !value.encoded) return value.entries;
    this.failed = true;
    return new Map();
  }

  #or<T>(value: Value | undefined, convert: (value: Value) => T | undefined, otherwise: T): T {
    const converted = value && convert(value);
    if (converted === undefined) this.failed = true;
    return converted ?? otherwise;
  }
}
