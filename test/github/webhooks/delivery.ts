/**
 * One webhook ready to be sent: signed, with the headers of GitHub. Sending it twice is a duplicate, with the same id;
 * the signature can be made with another secret, or damaged.
 * https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
 */
import { createHmac, randomUUID } from 'node:crypto';
import type { WebhookEvent } from './webhook-details.ts';

export interface Delivery {
  readonly id: string;
  readonly event: WebhookEvent;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface SignOptions {
  readonly secret: string;
  readonly appId: number;
  /** The delivery id; a new one where left out. */
  readonly id?: string;
}

export function signDelivery(
  event: WebhookEvent,
  payload: unknown,
  { secret, appId, id = randomUUID() }: SignOptions,
): Delivery {
  const body = JSON.stringify(payload);
  const digest = (algorithm: string): string => createHmac(algorithm, secret).update(body).digest('hex');
  return {
    id,
    event,
    body,
    headers: {
      accept: '*/*',
      'content-type': 'application/json',
      'user-agent': 'GitHub-Hookshot/2f1b9c4',
      'x-github-delivery': id,
      'x-github-event': event,
      'x-github-hook-id': '1',
      'x-github-hook-installation-target-id': String(appId),
      'x-github-hook-installation-target-type': 'integration',
      'x-hub-signature': `sha1=${digest('sha1')}`,
      'x-hub-signature-256': `sha256=${digest('sha256')}`,
    },
  };
}
