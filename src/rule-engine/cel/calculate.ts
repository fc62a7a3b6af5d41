/**
 * `+ - * / %`. 64-bit integers overflow into an error, doubles follow IEEE 754, strings and lists
 * concatenate. Absent operands give absent; unknown ones give unknown, with the known beginning of a string kept.
 */
import type { ListItem, ListValue } from '../../model/value.ts';
import { Operand } from './operand.ts';
import { partsOf } from './parts-of.ts';
import type { Trace } from './trace.ts';
import { unresolvedBecause } from './unresolved-because.ts';
import { joinTraces } from './join-traces.ts';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';

/** Static types of both operands: the model keeps numbers as doubles, the checker knows which are integers. */
export interface StaticTypes {
  readonly left: string;
  readonly right: string;
}

/** Longest text and list an expression may build: doubling again and again must end in an error, not in no memory. */
const LONGEST_TEXT = 1_000_000;
const LONGEST_LIST = 100_000;

const LEAST_INT = -(2n ** 63n);
const GREATEST_INT = 2n ** 63n - 1n;

/** Result of one arithmetic operation. */
export function calculate(operator: ArithmeticOperator, left: Operand, right: Operand, types: StaticTypes): Operand {
  const trace = joinTraces(left.consume(), right.consume());
  const one = left.value;
  const other = right.value;
  if (one.state === 'error') return left;
  if (other.state === 'error') return right;
  if (one.state === 'absent' || other.state === 'absent') return Operand.absent(trace);
  if (one.state !== 'known' || other.state !== 'known') return addUnknown(operator, left, right, trace);
  if (one.type === 'list' && other.type === 'list' && operator === '+') return concatenate(left, one, right, other);
  if (one.type !== 'scalar' || other.type !== 'scalar') return Operand.error(`no such overload: ${operator}`, trace);
  if (operator === '+' && typeof one.value === 'string' && typeof other.value === 'string') {
    const isTooLong = one.value.length + other.value.length > LONGEST_TEXT;
    return isTooLong ? Operand.error('text too long', trace) : Operand.scalar(one.value + other.value, trace);
  }
  if (!isNumber(one.value) || !isNumber(other.value)) return Operand.error(`no such overload: ${operator}`, trace);
  const result = isIntegral(one.value, other.value, types)
    ? calculateInt(operator, BigInt(one.value), BigInt(other.value))
    : calculateDouble(operator, Number(one.value), Number(other.value));
  return typeof result === 'string' ? Operand.error(result, trace) : Operand.scalar(result, trace);
}

function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

function isIntegral(left: number | bigint, right: number | bigint, types: StaticTypes): boolean {
  const whole = [left, right].every((value) => typeof value === 'bigint' || Number.isInteger(value));
  if (types.left === 'double' || types.right === 'double') return false;
  if (types.left === 'int' || types.right === 'int') return whole;
  return whole && (typeof left === 'bigint' || typeof right === 'bigint');
}

function calculateInt(operator: ArithmeticOperator, left: bigint, right: bigint): bigint | string {
  if ((operator === '/' || operator === '%') && right === 0n) return 'division by zero';
  const result = { '+': left + right, '-': left - right, '*': left * right, '/': 0n, '%': 0n }[operator];
  const exact = operator === '/' ? left / right : operator === '%' ? left % right : result;
  return exact < LEAST_INT || exact > GREATEST_INT ? 'integer overflow' : exact;
}

function calculateDouble(operator: ArithmeticOperator, left: number, right: number): number | string {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return 'no such overload: %';
  }
}

function addUnknown(operator: ArithmeticOperator, left: Operand, right: Operand, trace: Trace): Operand {
  if (left.value.state === 'null' || right.value.state === 'null') return Operand.error('null is no operand', trace);
  const prefix = operator === '+' ? knownBeginning(left, right) : undefined;
  if (prefix === undefined) return Operand.unknown(trace);
  const mayBeAbsent = [left, right].some(({ value }) => value.state === 'unresolved' && value.mayBeAbsent);
  const value = { ...unresolvedBecause('unsupported-expression', 'expression'), knownPrefix: prefix, mayBeAbsent };
  return new Operand(value, undefined, trace);
}

function knownBeginning({ value: left }: Operand, { value: right }: Operand): string | undefined {
  if (left.state === 'unresolved') return left.knownPrefix;
  if (left.state !== 'known' || left.type !== 'scalar' || typeof left.value !== 'string') return undefined;
  return left.value + (right.state === 'unresolved' ? (right.knownPrefix ?? '') : '');
}

function concatenate(left: Operand, one: ListValue, right: Operand, other: ListValue): Operand {
  if (one.items.length + other.items.length > LONGEST_LIST) return Operand.error('list too long');
  const openEnded = one.openEnded ?? other.openEnded;
  const items: readonly ListItem[] = [...one.items, ...other.items];
  const value: ListValue = {
    state: 'known',
    type: 'list',
    items,
    origin: { from: 'computed' },
    ...(openEnded === undefined ? {} : { openEnded }),
  };
  const trace = joinTraces(left.trace, right.trace);
  return new Operand(value, undefined, trace, [...partsOf(left, one), ...partsOf(right, other)]);
}
