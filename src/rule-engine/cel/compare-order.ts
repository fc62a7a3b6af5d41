/** `<`, `<=`, `>` and `>=`, three-valued. Nothing is smaller or greater than something absent. */
import { Operand } from './operand.ts';
import { joinTraces } from './join-traces.ts';

export type OrderOperator = '<' | '<=' | '>' | '>=';

/** Compares numbers by value, strings by code unit and booleans with false first; anything else is an error. */
export function compareOrder(operator: OrderOperator, left: Operand, right: Operand): Operand {
  const trace = joinTraces(left.consume(), right.consume());
  const one = left.value;
  const other = right.value;
  if (one.state === 'error') return left;
  if (other.state === 'error') return right;
  if (one.state === 'absent' || other.state === 'absent') return Operand.scalar(false, trace);
  if (isUnknown(one) || isUnknown(other)) return Operand.unknown(trace);
  if (one.state !== 'known' || other.state !== 'known' || one.type !== 'scalar' || other.type !== 'scalar') {
    return Operand.error(`no such overload: ${operator}`, trace);
  }
  if (!isComparable(one.value, other.value)) return Operand.error(`no such overload: ${operator}`, trace);
  return Operand.scalar(isOrdered(operator, one.value, other.value), trace);
}

function isUnknown(value: Operand['value']): boolean {
  return value.state === 'unresolved' || value.state === 'reference';
}

type Scalar = string | number | boolean | bigint;

function isComparable(left: Scalar, right: Scalar): boolean {
  const kind = (value: Scalar): string => (typeof value === 'bigint' ? 'number' : typeof value);
  return kind(left) === kind(right);
}

function isOrdered(operator: OrderOperator, left: Scalar, right: Scalar): boolean {
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}
