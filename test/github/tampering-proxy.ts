/**
 * A proxy in front of the stand-in that changes what it answers: bytes that are not what their id names, names GitHub
 * cannot write in JSON, bodies that are not whole. For tests of clients that must not believe what they are told.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Tampering {
  readonly url: string;
  stop(): Promise<void>;
}

/** What to send instead of a body; the body itself to leave it. `path` holds no query. */
export type Tamper = (path: string, body: string) => string | Buffer;

export async function startTampering(target: string, tamper: Tamper): Promise<Tampering> {
  const server = createServer((request, response) => {
    forward(target, request, response, tamper).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function forward(
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
  tamper: Tamper,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = 'GET', url = '/', headers } = request;
  const sent = Object.entries(headers).filter(([name]) => !['host', 'connection', 'content-length'].includes(name));
  const answer = await fetch(`${target}${url}`, {
    method,
    headers: sent.map(([name, value]): [string, string] => [name, String(value)]),
    ...(method === 'GET' ? {} : { body: Buffer.concat(chunks) }),
  });
  const body = tamper(url.split('?')[0] ?? '', await answer.text());
  const kept = [...answer.headers].filter(([name]) => !['content-length', 'transfer-encoding'].includes(name));
  response.writeHead(answer.status, Object.fromEntries(kept));
  response.end(body);
}
