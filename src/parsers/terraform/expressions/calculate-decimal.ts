/**
 * Sums, products and remainders of decimal fractions. Terraform counts with 512 bits, where `0.1 + 0.2` is `0.3`.
 */
import { formatNumber } from '../values/format-number.ts';

type DecimalOperator = '+' | '-' | '*' | '%';

interface Decimal {
  readonly digits: bigint;
  /** How many of the digits stand behind the point. */
  readonly scale: number;
}

/** The result as the nearest double; undefined where an operand is not finite, or the remainder is of nothing. */
export function calculateDecimal(operator: DecimalOperator, left: number, right: number): number | undefined {
  if (!Number.isFinite(left) || !Number.isFinite(right) || (operator === '%' && right === 0)) return undefined;
  const [a, b] = [toDecimal(left), toDecimal(right)];
  if (operator === '*') return toNumber({ digits: a.digits * b.digits, scale: a.scale + b.scale });
  const scale = Math.max(a.scale, b.scale);
  const [x, y] = [a, b].map(({ digits, scale: own }) => digits * 10n ** BigInt(scale - own)) as [bigint, bigint];
  return toNumber({ digits: operator === '+' ? x + y : operator === '-' ? x - y : x % y, scale });
}

/** Doubles have at most some 340 digits behind the point. */
function toDecimal(value: number): Decimal {
  const [whole = '0', fraction = ''] = formatNumber(value).split('.');
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

function toNumber({ digits, scale }: Decimal): number {
  return Number(`${digits}e-${scale}`);
}
