/** Change of an attribute: several changes as one. Keeps unknown values unknown; knows no resource type. */
import type { Value } from '../../../../model/value.ts';

/** Several changes, one after the other. */
export function chain(...changes: readonly ((value: Value) => Value)[]): (value: Value) => Value {
  return (value) => changes.reduce((current, change) => change(current), value);
}
