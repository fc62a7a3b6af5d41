/**
 * Hashes and name-based UUIDs: the same on every machine.
 */
import { createHash } from 'node:crypto';
import { pureFunction } from './pure-function.ts';
import type { TerraformFunction } from './terraform-function.ts';

const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['dns', '6ba7b810-9dad-11d1-80b4-00c04fd430c8'],
  ['url', '6ba7b811-9dad-11d1-80b4-00c04fd430c8'],
  ['oid', '6ba7b812-9dad-11d1-80b4-00c04fd430c8'],
  ['x500', '6ba7b814-9dad-11d1-80b4-00c04fd430c8'],
]);

export const HASH_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map([
  ['md5', pureFunction([1, 1], (input) => hash('md5', input.text(0), 'hex'))],
  ['sha1', pureFunction([1, 1], (input) => hash('sha1', input.text(0), 'hex'))],
  ['sha256', pureFunction([1, 1], (input) => hash('sha256', input.text(0), 'hex'))],
  ['sha512', pureFunction([1, 1], (input) => hash('sha512', input.text(0), 'hex'))],
  ['base64sha256', pureFunction([1, 1], (input) => hash('sha256', input.text(0), 'base64'))],
  ['base64sha512', pureFunction([1, 1], (input) => hash('sha512', input.text(0), 'base64'))],
  ['uuidv5', pureFunction([2, 2], (input) => uuid(input.text(0), input.text(1)))],
]);

function hash(algorithm: string, text: string, encoding: 'hex' | 'base64'): string {
  return createHash(algorithm).update(text).digest(encoding);
}

/** RFC 4122, version 5. */
function uuid(namespace: string, name: string): string | undefined {
  const digits = (NAMESPACES.get(namespace) ?? namespace).replaceAll('-', '');
  if (!/^[0-9a-fA-F]{32}$/.test(digits)) return undefined;
  const bytes = createHash('sha1').update(Buffer.from(digits, 'hex')).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
