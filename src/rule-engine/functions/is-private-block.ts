/** The blocks that belong to nobody on the internet. Decides for whole blocks only. */
import { isWithinBlock } from './is-within-block.ts';
import { type Cidr, parseCidr } from './parse-cidr.ts';

/** RFC 1918, RFC 6598 (carrier NAT), loopback, link-local, unique local IPv6 (RFC 4193), and IPv4 mapped into IPv6. */
const PRIVATE_BLOCKS: readonly Cidr[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '::1/128',
  'fe80::/10',
  'fc00::/7',
  '::ffff:10.0.0.0/104',
  '::ffff:172.16.0.0/108',
  '::ffff:192.168.0.0/112',
].flatMap((text) => parseCidr(text) ?? []);

/** True when the whole block lies in one private block. */
export function isPrivateBlock(cidr: Cidr): boolean {
  return PRIVATE_BLOCKS.some((block) => isWithinBlock(cidr, block));
}
