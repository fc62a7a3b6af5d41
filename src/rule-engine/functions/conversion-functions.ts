/** `size` and the conversions `int`, `double`, `string`, `bool` and `dyn`, three-valued. */
import type { CelValue } from '../cel/operand.ts';
import { answer } from './answer.ts';
import type { CelFunction } from './cel-function.ts';

const ABSENT: CelValue = { state: 'absent' };

type Scalar = string | number | boolean | bigint;

/** Standard functions of one argument. */
export const CONVERSION_FUNCTIONS: readonly CelFunction[] = [
  {
    name: 'size',
    parameters: ['dyn'],
    returns: 'int',
    standard: true,
    description: 'Characters of a string, elements of a list, entries of a map; 0 for what is absent.',
    evaluate: ([value = ABSENT], spend) => {
      if (value.state === 'known' && value.type === 'list') spend(1 + (value.items.length >> 4));
      return sizeOf(value);
    },
  },
  conversion('int', 'Whole number of a string or a number, cut towards zero.', toInt),
  conversion('double', 'Floating-point number of a string or a number.', toDouble),
  conversion('string', 'Text of a scalar.', (value) => (typeof value === 'number' ? doubleText(value) : String(value))),
  conversion('bool', 'Truth of `true` and `false` as text.', toBool),
  {
    name: 'dyn',
    parameters: ['dyn'],
    returns: 'dyn',
    standard: true,
    description: 'The same value without its static type.',
    evaluate: ([value]) => value ?? { state: 'absent' },
  },
];

function conversion(name: string, description: string, convert: (value: Scalar) => Scalar | undefined): CelFunction {
  return {
    name,
    parameters: ['dyn'],
    returns: name,
    standard: true,
    description,
    evaluate: ([value]) => {
      if (value === undefined || value.state === 'absent') return { state: 'absent' };
      if (value.state === 'error') return value;
      if (value.state === 'unresolved' || value.state === 'reference') return answer.unknown();
      if (value.state !== 'known' || value.type !== 'scalar') return answer.failed(`${name}: no such overload`);
      const converted = convert(value.value);
      return converted === undefined ? answer.failed(`${name}: cannot convert`) : answer.known(converted);
    },
  };
}

function sizeOf(value: CelValue): CelValue {
  switch (value.state) {
    case 'absent':
      return answer.known(0n);
    case 'error':
      return value;
    case 'unresolved':
    case 'reference':
      return answer.unknown();
    case 'null':
      return answer.failed('size: no such overload');
    case 'known':
      break;
  }
  if (value.type === 'scalar') {
    return typeof value.value === 'string'
      ? answer.known(BigInt(Array.from(value.value).length))
      : answer.failed('size: no such overload');
  }
  if (value.openEnded !== undefined) return answer.unknown();
  if (value.type === 'list') {
    return value.items.every((item) => item.presence === 'yes')
      ? answer.known(BigInt(value.items.length))
      : answer.unknown();
  }
  const entries = [...value.entries.values()].filter((entry) => entry.state !== 'absent');
  const doubtful = entries.some((entry) => entry.state === 'unresolved' && entry.mayBeAbsent);
  return doubtful ? answer.unknown() : answer.known(BigInt(entries.length));
}

function toInt(value: Scalar): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') {
    return Math.abs(value) < 2 ** 63 ? BigInt(Math.trunc(value)) : undefined;
  }
  if (typeof value !== 'string' || !/^[-+]?[0-9]{1,19}$/.test(value)) return undefined;
  const digits = value.startsWith('+') ? value.slice(1) : value;
  const result = BigInt(digits);
  return result >= -(2n ** 63n) && result < 2n ** 63n ? result : undefined;
}

function toDouble(value: Scalar): number | undefined {
  if (typeof value === 'bigint' || typeof value === 'number') return Number(value);
  if (typeof value !== 'string' || !/^[-+]?[0-9.]{1,40}(?:[eE][-+]?[0-9]{1,4})?$/.test(value)) return undefined;
  const result = Number(value);
  return Number.isNaN(result) ? undefined : result;
}

function doubleText(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf';
  return value === Number.NEGATIVE_INFINITY ? '-Inf' : String(value);
}

function toBool(value: Scalar): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 'True' || value === 'TRUE' || value === 't' || value === '1') return true;
  if (value === 'false' || value === 'False' || value === 'FALSE' || value === 'f' || value === '0') return false;
  return undefined;
}
