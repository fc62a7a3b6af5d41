/**
 * Whether a request carries the operator's token, as the password of HTTP's Basic scheme: a browser asks for it, and it
 * never stands in an address. Compares in constant time.
 */
import { createHash, timingSafeEqual } from 'node:crypto';

/** @param authorization the header as it came. Without a token nobody is the operator. */
export function isOperator(authorization: string | undefined, token: string | undefined): boolean {
  const encoded = /^Basic ([A-Za-z0-9+/]{1,2000}={0,2})$/i.exec(authorization ?? '')?.[1];
  if (token === undefined || token === '' || encoded === undefined) return false;
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  const password = decoded.slice(decoded.indexOf(':') + 1);
  return timingSafeEqual(digestOf(password), digestOf(token));
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
