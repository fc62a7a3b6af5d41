/**
 * `cidrIsPublic(cidr)`: whether a CIDR block holds addresses of the internet. Private means wholly within RFC 1918,
 * RFC 6598 (carrier NAT), loopback, link-local, or unique local IPv6 (RFC 4193).
 */
import { answer } from './answer.ts';
import type { CelFunction } from './cel-function.ts';
import { stringArgument } from './string-argument.ts';
import { parseCidr, type Cidr } from './parse-cidr.ts';

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

/** Absent is not public; text that is no address is an error (deployment would refuse it). */
export const cidrIsPublic: CelFunction = {
  name: 'cidrIsPublic',
  parameters: ['string'],
  returns: 'bool',
  description: 'Whether a CIDR block reaches beyond private, carrier, loopback and link-local addresses.',
  evaluate: ([value]) => {
    const text = stringArgument(value);
    if (text.state === 'error') return text.value;
    if (text.state === 'absent') return answer.known(false);
    if (text.state === 'unknown') return answer.unknown();
    const cidr = parseCidr(text.value);
    if (cidr === undefined) return answer.failed('cidrIsPublic: not a CIDR block');
    return answer.known(!PRIVATE_BLOCKS.some((block) => isWithin(cidr, block)));
  },
};

function isWithin(inner: Cidr, outer: Cidr): boolean {
  if (inner.bits !== outer.bits || inner.prefix < outer.prefix) return false;
  const shift = BigInt(inner.bits - outer.prefix);
  return inner.address >> shift === outer.address >> shift;
}
