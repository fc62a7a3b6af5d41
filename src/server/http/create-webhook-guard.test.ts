/** What gets past the guard, and what its log says, over real HTTP. */
import { createHmac } from 'node:crypto';
import { createServer, request as send, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LogFields } from '../log.ts';
import { createWebhookGuard } from './create-webhook-guard.ts';
import { verifySignature } from './verify-signature.ts';

const CURRENT = 'the current secret';
const PREVIOUS = 'the previous secret';

const logged: (readonly [string, LogFields | undefined])[] = [];
const taken: { readonly body: string; readonly signature: unknown }[] = [];
let fails = false;
let server: Server;
let url: string;

beforeAll(async () => {
  const guard = createWebhookGuard({
    secrets: [CURRENT, PREVIOUS],
    maxBytes: 1000,
    log: (_level, event, fields) => logged.push([event, fields]),
    now: () => 0,
    onAnswered: () => undefined,
    next: (request, response) => {
      if (fails) return Promise.reject(new Error('the database does not answer'));
      const { rawBody } = request as unknown as { rawBody: Uint8Array };
      taken.push({ body: Buffer.from(rawBody).toString(), signature: request.headers['x-hub-signature-256'] });
      response.writeHead(200).end();
      return Promise.resolve();
    },
  });
  server = createServer((request, response) => void guard(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
beforeEach(() => {
  logged.length = 0;
  taken.length = 0;
  fails = false;
});
afterAll(() => server.close());

const sign = (body: string, secret: string) => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

async function post(body: string, signature: string | undefined): Promise<number> {
  const headers = { 'x-github-event': 'push', 'x-github-delivery': 'd-1' };
  const signed = signature === undefined ? headers : { ...headers, 'x-hub-signature-256': signature };
  return (await fetch(url, { method: 'POST', body, headers: signed })).status;
}

describe('the guard of webhooks', () => {
  const body = JSON.stringify({ action: 'opened', repository: { full_name: 'acme/shop' }, secret: 'of the payload' });

  it('lets through what was signed with either secret, signed with the current one', async () => {
    expect(await post(body, sign(body, CURRENT))).toBe(200);
    expect(await post(body, sign(body, PREVIOUS))).toBe(200);
    expect(taken).toEqual([
      { body, signature: sign(body, CURRENT) },
      { body, signature: sign(body, CURRENT) },
    ]);
  });

  it('refuses everything else', async () => {
    const right = sign(body, CURRENT);
    for (const wrong of [
      undefined,
      '',
      'sha256=',
      right.slice(0, -1),
      right.toUpperCase(),
      right.replace('sha256', 'sha1'),
      sign(`${body} `, CURRENT),
      sign(body, ''),
    ])
      expect(await post(body, wrong)).toBe(401);
    expect(taken).toEqual([]);
  });

  it('answers other methods with 405', async () => {
    expect((await fetch(url)).status).toBe(405);
    expect((await fetch(url, { method: 'PUT', body })).status).toBe(405);
  });

  it('stops reading at the bound, whether the length is told or not', async () => {
    const large = 'x'.repeat(1001);
    expect(await post(large, sign(large, CURRENT))).toBe(413);
    const status = await new Promise<number | undefined>((resolve) => {
      const request = send(url, { method: 'POST', headers: { 'transfer-encoding': 'chunked' } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      request.on('error', () => undefined);
      for (let sent = 0; sent < 20; sent += 1) request.write('x'.repeat(100));
      request.end();
    });
    expect(status).toBe(413);
    const exact = 'x'.repeat(1000);
    expect(await post(exact, sign(exact, CURRENT))).toBe(200);
  });

  it('logs what an event was, never what was in it', async () => {
    await post(body, sign(body, CURRENT));
    await post(body, sign(body, 'another'));
    await fetch(url, { method: 'POST', body, headers: { 'x-github-event': 'a\tb' } });
    expect(logged.map(([, fields]) => fields)).toEqual([
      {
        delivery: 'd-1',
        name: 'push',
        action: 'opened',
        repository: 'acme/shop',
        status: 200,
        milliseconds: 0,
      },
      { delivery: 'd-1', name: 'push', status: 401, milliseconds: 0 },
      { delivery: 'unknown', name: 'unknown', status: 401, milliseconds: 0 },
    ]);
    expect(JSON.stringify(logged)).not.toContain('of the payload');
  });

  it('answers 500 where the event could not be kept, so that the delivery shows as failed', async () => {
    fails = true;
    expect(await post(body, sign(body, CURRENT))).toBe(500);
  });
});

it('takes no empty secret for one', () => {
  const body = new TextEncoder().encode('{}');
  expect(verifySignature(body, sign('{}', ''), [''])).toBe(false);
});
