/**
 * `cidrIsInternet(cidr)`: whether a CIDR block is so wide that it lets in the internet, not an office or a partner.
 * The line: IPv4 shorter than /16, IPv6 shorter than /32 (what a provider is given), and not wholly private. So
 * `0.0.0.0/1` beside `128.0.0.0/1` is the internet twice, and a block of one company is not the internet.
 */
import type { ReferenceValue, UnresolvedValue } from '../../model/value.ts';
import type { CelValue } from '../cel/operand.ts';
import { answer } from './answer.ts';
import type { CelFunction } from './cel-function.ts';
import { isPrivateBlock } from './is-private-block.ts';
import { isWithinBlock } from './is-within-block.ts';
import { parseCidr, type Cidr } from './parse-cidr.ts';
import { stringArgument } from './string-argument.ts';

/** Shortest prefixes that are not the internet. */
const NARROW = { 32: 16, 128: 32 } as const;

/** IPv4 addresses written as IPv6 ones. */
const MAPPED: Cidr = { address: 0xffff_0000_0000n, bits: 128, prefix: 96 };

/** A VPC is never wider than /16 and a subnet never wider than its VPC. */
const NETWORK_ATTRIBUTES: ReadonlySet<string> = new Set(['cidr_block', 'CidrBlock', 'ipv6_cidr_block']);

/** Absent is not the internet; text that is no address is an error (deployment would refuse it). */
export const cidrIsInternet: CelFunction = {
  name: 'cidrIsInternet',
  parameters: ['string'],
  returns: 'bool',
  description:
    'Whether a CIDR block is wide enough to be the internet: IPv4 shorter than /16, IPv6 shorter than /32, and not private.',
  evaluate: ([value]) => {
    const text = stringArgument(value);
    if (text.state === 'error') return text.value;
    if (text.state === 'absent') return answer.known(false);
    if (text.state === 'unknown' && isEverythingAnyway(text.value)) return answer.known(true);
    if (text.state === 'unknown') return isNarrowAnyway(text.value) ? answer.known(false) : answer.unknown();
    const cidr = parseCidr(text.value);
    if (cidr === undefined) return answer.failed('cidrIsInternet: not a CIDR block');
    return answer.known(isInternet(cidr));
  },
};

function isInternet(cidr: Cidr): boolean {
  if (isPrivateBlock(cidr)) return false;
  const narrow = isWithinBlock(cidr, MAPPED) ? MAPPED.prefix + NARROW[32] : NARROW[cidr.bits];
  return cidr.prefix < narrow;
}

/** Whatever stands before a length of zero, the block is every address there is. */
function isEverythingAnyway(value: CelValue): boolean {
  const last = value.state === 'unresolved' ? value.pieces?.at(-1) : undefined;
  return last !== undefined && 'text' in last && /\/0+$/.test(last.text);
}

/** The length of the prefix may be known where the address is not: `${var.office}/32`. */
function isNarrowAnyway(value: CelValue): boolean {
  if (value.state === 'reference') return isNetworkOfVpc(value);
  return value.state === 'unresolved' && hasNarrowPrefix(value);
}

function isNetworkOfVpc({ attribute }: ReferenceValue): boolean {
  return NETWORK_ATTRIBUTES.has(attribute);
}

/** Two digits of 32 or more are narrow in both families; of 16 to 31 only where the family is known to be IPv4. */
function hasNarrowPrefix({ pieces = [], knownPrefix = '' }: UnresolvedValue): boolean {
  const last = pieces.at(-1);
  const end = last !== undefined && 'text' in last ? last.text : '';
  const length = Number(/\/([0-9]{2,3})$/.exec(end)?.[1] ?? 0);
  const isIpv4 = /^[0-9]{1,3}\./.test(knownPrefix);
  return length >= (isIpv4 ? NARROW[32] : NARROW[128]);
}
