/**
 * Probot as this server uses it: it routes events that the guard has let through. Its own server, its Redis cache and
 * its development proxy, which it would download when they are first used, are left out.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createNodeMiddleware, Probot } from 'probot';
import type { Log } from '../log.ts';
import { quietLog } from './quiet-log.ts';

export interface ProbotOptions {
  readonly appId: number;
  readonly privateKey: string;
  /** The current secret: what comes with the previous one is signed anew by the guard. */
  readonly secret: string;
  readonly baseUrl: string;
  readonly webhookPath: string;
  readonly log: Log;
  readonly handle: (app: Probot) => void;
}

/** Answers every request to the webhook path; 500 where a handler failed. */
export async function openProbot(
  options: ProbotOptions,
): Promise<(request: IncomingMessage, response: ServerResponse) => Promise<unknown>> {
  const { appId, privateKey, secret, baseUrl, webhookPath, log } = options;
  const probot = new Probot({ appId, privateKey, secret, baseUrl, webhookPath, log: quietLog(log) });
  const middleware = await createNodeMiddleware(options.handle, { probot, webhooksPath: webhookPath });
  return async (request, response) => {
    const taken = await middleware(request, response);
    if (taken === false && !response.headersSent) response.writeHead(404).end();
  };
}
