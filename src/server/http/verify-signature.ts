/**
 * Whether a webhook was signed by GitHub with one of our secrets. Compares in constant time; says nothing about what
 * differs. https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

const FORM = /^sha256=[0-9a-f]{64}$/;

/**
 * @param secrets one, or two while the secret is being changed.
 * @param signature the `X-Hub-Signature-256` header as it came; anything else than its form is false.
 */
export function verifySignature(body: Uint8Array, signature: string | undefined, secrets: readonly string[]): boolean {
  if (signature === undefined || !FORM.test(signature)) return false;
  const given = Buffer.from(signature.slice('sha256='.length), 'hex');
  let fits = false;
  // Every secret is tried, so that the time does not say which one fits.
  for (const secret of secrets) {
    if (secret === '') continue;
    const expected = createHmac('sha256', secret).update(body).digest();
    fits = timingSafeEqual(expected, given) || fits;
  }
  return fits;
}
