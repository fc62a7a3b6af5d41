/** The way of a webhook: the guard, then Probot, then a handler that enqueues. Adds nothing to them. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Queue } from '../queue/queue.ts';
import type { Store } from '../store/store.ts';
import { createWebhookGuard, type WebhookGuardOptions } from './http/create-webhook-guard.ts';
import type { ServerSettings } from './settings.ts';
import { handleWebhooks } from './webhooks/handle-webhooks.ts';
import { openProbot } from './webhooks/open-probot.ts';

export interface WebhookParts extends Pick<WebhookGuardOptions, 'log' | 'now' | 'onAnswered'> {
  readonly queue: Pick<Queue, 'enqueue'>;
  readonly store: Pick<Store, 'forgetRepository' | 'deliveries'>;
}

export const WEBHOOK_PATH = '/api/github/webhooks';

/** Where an organisation's policy is when nobody says so. */
const POLICY_REPOSITORY = '.github';

export async function openWebhooks(
  settings: ServerSettings,
  { queue, store, ...rest }: WebhookParts,
): Promise<(request: IncomingMessage, response: ServerResponse) => Promise<void>> {
  const { appId, privateKey, apiUrl, checkName, webhookSecrets, webhookMaxBytes, organisationPolicyRepository } =
    settings;
  const handle = handleWebhooks({
    ...{ queue, appId, checkName },
    policyRepository: organisationPolicyRepository ?? POLICY_REPOSITORY,
    forget: (repositoryId) => store.forgetRepository(repositoryId),
    record: (delivery, event) => store.deliveries.record(delivery, event),
  });
  const next = await openProbot({
    ...{ appId, privateKey, handle, log: rest.log },
    secret: webhookSecrets[0],
    baseUrl: apiUrl,
    webhookPath: WEBHOOK_PATH,
  });
  return createWebhookGuard({ ...rest, secrets: webhookSecrets, maxBytes: webhookMaxBytes, next });
}
