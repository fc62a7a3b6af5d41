/** The way to every item of a list, for lists that are read and lists that are computed alike. */
import type { ListValue } from '../../model/value.ts';
import type { Operand } from './operand.ts';
import type { Part } from './trace.ts';

/** One part for each item, in order. */
export function partsOf(operand: Operand, list: ListValue): readonly Part[] {
  if (operand.parts !== undefined) return operand.parts;
  const { read } = operand;
  return list.items.map((item, index) => ({
    read: read === undefined ? undefined : { parent: read, segment: index, value: item.value },
    trace: undefined,
  }));
}
