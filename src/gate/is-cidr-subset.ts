/** Containment of CIDR blocks, IPv4 and IPv6 (RFC 4632, RFC 4291). Anything that is not a plain CIDR is no subset. */
import { BlockList, isIP } from 'node:net';

interface Block {
  readonly address: string;
  readonly prefix: number;
  readonly family: 'ipv4' | 'ipv6';
}

/** True when every address of `inner` is in `outer`. */
export function isCidrSubset(inner: string, outer: string): boolean {
  const small = parseCidr(inner);
  const large = parseCidr(outer);
  if (small === undefined || large === undefined || small.family !== large.family) return false;
  if (small.prefix < large.prefix) return false;
  const list = new BlockList();
  list.addSubnet(large.address, large.prefix, large.family);
  return list.check(small.address, small.family);
}

function parseCidr(text: string): Block | undefined {
  const [address = '', prefixText = '', ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0 || !/^\d{1,3}$/.test(prefixText)) return undefined;
  const prefix = Number(prefixText);
  if (prefix > (version === 4 ? 32 : 128)) return undefined;
  return { address, prefix, family: version === 4 ? 'ipv4' : 'ipv6' };
}
