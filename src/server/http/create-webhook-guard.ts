/**
 * What stands in front of Probot: method, size, signature. Only a webhook that GitHub signed gets further, already
 * read, and signed anew with the current secret where it came with the previous one. Logs what it was, never the body.
 */
import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../log.ts';
import { readBody } from './read-body.ts';
import { verifySignature } from './verify-signature.ts';

export interface WebhookGuardOptions {
  /** The current secret, then the previous one while it is being changed. */
  readonly secrets: readonly [string, ...string[]];
  readonly maxBytes: number;
  readonly log: Log;
  readonly now: () => number;
  /** Called once per request that was answered, for metrics. */
  readonly onAnswered: (event: string, status: number, milliseconds: number) => void;
  /** Probot: routes the event and answers. */
  readonly next: (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;
}

export function createWebhookGuard(
  options: WebhookGuardOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const startedAt = options.now();
    const event = describeHeader(request, 'x-github-event');
    const delivery = describeHeader(request, 'x-github-delivery');
    let facts: WebhookFacts = {};
    try {
      facts = await judge(request, response, options);
    } catch (error) {
      if (!response.headersSent) refuse(response, 500, 'The event could not be taken; it may be sent again.');
      options.log('error', 'webhook-failed', { delivery, error: error instanceof Error ? error.message : 'unknown' });
    }
    const milliseconds = options.now() - startedAt;
    const status = response.statusCode;
    options.onAnswered(event, status, milliseconds);
    options.log(status < 400 ? 'info' : 'warn', 'webhook', { delivery, name: event, ...facts, status, milliseconds });
  };
}

/** What the log may say of an event. */
type WebhookFacts = { readonly action?: string; readonly repository?: string };

async function judge(
  request: IncomingMessage,
  response: ServerResponse,
  { secrets, maxBytes, next }: WebhookGuardOptions,
): Promise<WebhookFacts> {
  if (request.method !== 'POST') return refuse(response, 405, 'Webhooks are posted.', { allow: 'POST' });
  const body = await readBody(request, maxBytes);
  if (body === 'aborted') return refuse(response, 400, 'The request broke off.');
  if (body === 'too-large') return refuse(response, 413, 'The event is too large.', { connection: 'close' });
  const signature = request.headers['x-hub-signature-256'];
  if (typeof signature !== 'string' || !verifySignature(body, signature, secrets))
    return refuse(response, 401, 'The signature does not fit.');
  request.headers['x-hub-signature-256'] = `sha256=${createHmac('sha256', secrets[0]).update(body).digest('hex')}`;
  // The form in which `@octokit/webhooks` takes a body that was read already.
  Object.assign(request, { body: {}, rawBody: body });
  await next(request, response);
  return readFacts(body);
}

function refuse(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): WebhookFacts {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(`${text}\n`);
  return {};
}

/** After the signature was found right, so these are GitHub's words. */
function readFacts(body: Uint8Array): WebhookFacts {
  try {
    const { action, repository } = JSON.parse(Buffer.from(body).toString('utf8')) as {
      readonly action?: unknown;
      readonly repository?: { readonly full_name?: unknown };
    };
    const name = repository?.full_name;
    return {
      ...(typeof action === 'string' ? { action } : {}),
      ...(typeof name === 'string' ? { repository: name } : {}),
    };
  } catch {
    return {};
  }
}

/** Headers of anybody's request go to the log only when they look like GitHub's. */
function describeHeader({ headers }: IncomingMessage, name: string): string {
  const value = headers[name];
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : 'unknown';
}
