/** The server's doors: webhooks, health, readiness, metrics, set-up; anything else is not found. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { SetupAnswer } from '../setup/setup-answer.ts';
import type { Log } from '../log.ts';

export interface HttpDoors {
  readonly webhookPath: string;
  readonly webhook: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** False once the process cannot go on and has to be started again. */
  readonly isAlive: () => boolean;
  /** Rejects with what is not there: store or queue. */
  readonly checkReady: () => Promise<void>;
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>;
  /** Undefined for what is no page of the set-up. */
  readonly setup: (target: string, authorization: string | undefined) => Promise<SetupAnswer | undefined>;
  readonly log: Log;
}

type Answer = SetupAnswer;

const READY_MILLISECONDS = 5000;

/** Not listening yet. Slow senders are cut off: headers within 10 seconds, a request within 30. */
export function createHttpServer(doors: HttpDoors): Server {
  const server = createServer((request, response) => {
    serve(request, response, doors).catch((error: unknown) => {
      doors.log('error', 'http', { error: error instanceof Error ? error.message : 'unknown' });
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  return server;
}

async function serve(request: IncomingMessage, response: ServerResponse, doors: HttpDoors): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0];
  if (path === doors.webhookPath) return doors.webhook(request, response);
  const answer =
    request.method === 'GET' || request.method === 'HEAD' ? await answerGet(path, request, doors) : NOT_FOUND;
  response.writeHead(answer.status, {
    'content-type': answer.type ?? 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...answer.headers,
  });
  response.end(request.method === 'HEAD' ? undefined : answer.text);
}

const NOT_FOUND: Answer = { status: 404, text: 'There is nothing here.\n' };

async function answerGet(
  path: string | undefined,
  { url, headers }: IncomingMessage,
  doors: HttpDoors,
): Promise<Answer> {
  if (path === '/healthz') {
    return doors.isAlive() ? { status: 200, text: 'alive\n' } : { status: 503, text: 'start again\n' };
  }
  if (path === '/readyz') return answerReady(doors);
  if (path !== '/metrics') return (await doors.setup(url ?? '/', headers.authorization)) ?? NOT_FOUND;
  return { status: 200, ...(await doors.metrics()) };
}

async function answerReady({ checkReady, log }: HttpDoors): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), READY_MILLISECONDS);
  });
  try {
    await Promise.race([checkReady(), late]);
    return { status: 200, text: 'ready\n' };
  } catch (error) {
    log('warn', 'not-ready', { error: error instanceof Error ? error.message : 'unknown' });
    return { status: 503, text: 'not ready\n' };
  } finally {
    clearTimeout(timer);
  }
}
