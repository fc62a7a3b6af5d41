/**
 * Text of a number as Terraform prints it: no exponent, no trailing zeros.
 */

/** `1e21` gives `1000000000000000000000`, `0.1` gives `0.1`. */
export function formatNumber(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  if (Number.isInteger(value)) return BigInt(value).toString();
  let digits = value.toFixed(40);
  while (digits.endsWith('0')) digits = digits.slice(0, -1);
  return digits;
}
