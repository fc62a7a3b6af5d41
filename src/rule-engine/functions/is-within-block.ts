/** Containment of one CIDR block in another, as numbers; families never mix. */
import type { Cidr } from './parse-cidr.ts';

/** True when every address of `inner` is one of `outer`; families never mix. */
export function isWithinBlock(inner: Cidr, outer: Cidr): boolean {
  if (inner.bits !== outer.bits || inner.prefix < outer.prefix) return false;
  const shift = BigInt(inner.bits - outer.prefix);
  return inner.address >> shift === outer.address >> shift;
}
