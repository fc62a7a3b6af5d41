/**
 * Address arithmetic for IPv4 and IPv6 (https://developer.hashicorp.com/terraform/language/functions/cidrsubnet).
 */
import { formatAddress } from './format-address.ts';
import { type Network, parseNetwork } from './parse-network.ts';
import type { PureArguments } from './pure-arguments.ts';
import { pureFunction } from './pure-function.ts';
import type { TerraformFunction } from './terraform-function.ts';

export const CIDR_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map([
  ['cidrhost', pureFunction([2, 2], (input) => host(parseNetwork(input.text(0)), input.integer(1)))],
  ['cidrnetmask', pureFunction([1, 1], (input) => netmask(parseNetwork(input.text(0))))],
  [
    'cidrsubnet',
    pureFunction([3, 3], (input) => subnet(parseNetwork(input.text(0)), input.integer(1), input.integer(2))),
  ],
  ['cidrsubnets', pureFunction([1, Infinity], subnets)],
  ['cidrcontains', pureFunction([2, 2], (input) => covers(parseNetwork(input.text(0)), input.text(1)))],
]);

function host(network: Network | undefined, number: number): string | undefined {
  if (!network || !Number.isSafeInteger(number)) return undefined;
  const size = 1n << BigInt(network.bits - network.prefix);
  const offset = number < 0 ? size + BigInt(number) : BigInt(number);
  return offset < 0n || offset >= size ? undefined : formatAddress(network.address + offset, network.bits);
}

function netmask(network: Network | undefined): string | undefined {
  if (network?.bits !== 32) return undefined;
  const all = (1n << 32n) - 1n;
  return formatAddress(all ^ ((1n << BigInt(32 - network.prefix)) - 1n), 32);
}

function subnet(network: Network | undefined, bits: number, number: number): string | undefined {
  if (!network || bits < 0 || number < 0 || !Number.isSafeInteger(number)) return undefined;
  const prefix = network.prefix + bits;
  if (prefix > network.bits || BigInt(number) >= 1n << BigInt(bits)) return undefined;
  const address = network.address + (BigInt(number) << BigInt(network.bits - prefix));
  return `${formatAddress(address, network.bits)}/${prefix}`;
}

/** Consecutive networks, each at the next address that its size allows. */
function subnets(input: PureArguments): string[] | undefined {
  const network = parseNetwork(input.text(0));
  if (!network) return undefined;
  const result: string[] = [];
  let next = network.address;
  const end = network.address + (1n << BigInt(network.bits - network.prefix));
  for (let at = 1; at < input.count; at += 1) {
    const prefix = network.prefix + input.integer(at);
    if (prefix <= network.prefix || prefix > network.bits || input.failed) return undefined;
    const size = 1n << BigInt(network.bits - prefix);
    const start = ((next + size - 1n) / size) * size;
    next = start + size;
    if (next > end) return undefined;
    result.push(`${formatAddress(start, network.bits)}/${prefix}`);
  }
  return result;
}

function covers(network: Network | undefined, text: string): boolean | undefined {
  const other = parseNetwork(text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`);
  if (!network || !other || other.bits !== network.bits) return undefined;
  const shift = BigInt(network.bits - network.prefix);
  return other.prefix >= network.prefix && other.address >> shift === network.address >> shift;
}
