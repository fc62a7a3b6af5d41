/**
 * One reading of `int8` for both drivers: `pg` would hand out text, PGlite a number or a bigint depending on the value.
 */

/**
 * @param text decimal digits as the server sends them.
 * @returns the number; identifiers of GitHub, sizes and tokens are all below 2^53.
 * @throws RangeError beyond 2^53: a rounded identifier would be somebody else's.
 */
export function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('int8 beyond 2^53');
  return value;
}
