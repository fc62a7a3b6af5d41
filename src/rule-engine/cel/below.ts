/** Steps from a value to one below it, keeping the way from the resource for evidence and anchors. */
import { type CelValue, Operand } from './operand.ts';

/** The value at a property, key, element number, or `?` for the open end. */
export function below(target: Operand, segment: string | number, value: CelValue): Operand {
  const read = target.read === undefined ? undefined : { parent: target.read, segment, value };
  return new Operand(value, read, target.trace);
}
