/** The App's set-up pages over real HTTP: a guide that tells everybody the same, details for the operator alone. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestApp } from './start-app.ts';

const TOKEN = 'the token of the operator';
let app: TestApp;
let installation: number;

beforeAll(async () => {
  app = await TestApp.start({ settings: { setupToken: TOKEN } });
  await app.settle();
  const shop = app.standIn.createRepository({ owner: 'acme', name: 'secret-shop', files: {}, private: true });
  shop.commit({ branch: 'main', files: { '.github/threatdiff.yml': 'version: 1\n"<b>x": true\n' } });
  shop.addRuleset({ id: 7, checks: [{ context: 'threatdiff' }], mergeQueue: true });
  installation = app.standIn.install({ account: 'acme' });
  app.standIn.setWebhook({ deliveries: [{ status: 502, event: 'push' }] });
});
afterAll(async () => {
  expect(app.standIn.violations()).toEqual([]);
  await app.stop();
});

async function open(path: string, password?: string) {
  const authorization = `Basic ${Buffer.from(`me:${password}`).toString('base64')}`;
  const answer = await fetch(`${app.url}${path}`, password === undefined ? {} : { headers: { authorization } });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

it('tells everybody the same, asks GitHub nothing, and runs nothing', async () => {
  app.standIn.forgetRequests();
  const { status, headers, text } = await open(`/setup?installation_id=${installation}&setup_action=install`);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(text).toContain(`threatdiff doctor --repository OWNER/NAME --app-id ${app.standIn.appId}`);
  expect(text).not.toMatch(/acme|secret-shop|<script/);
  const of = (id: string) => open(`/setup?installation_id=${id}`);
  const without = (page: string) => page.replace(/\?installation_id=\d+/, '');
  expect(without((await of('999999')).text)).toBe(without((await of(String(installation))).text));
  expect((await of('%22%3E%3Cscript%3E')).text).not.toContain('script');
  expect((await open('/setup?setup_action=request')).text).toContain('An owner has to agree');
  expect(app.standIn.requests()).toEqual([]);
});

it('shows details to nobody without the token', async () => {
  app.standIn.forgetRequests();
  for (const password of [undefined, '', 'wrong', `${TOKEN} `, TOKEN.slice(1)]) {
    const { status, headers, text } = await open(`/setup/details?installation_id=${installation}`, password);
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Basic realm="threatdiff", charset="UTF-8"']);
    expect(text).not.toMatch(/acme|secret-shop/);
  }
  expect(app.standIn.requests()).toEqual([]);
});

it('shows the operator the App, its installations, and what is wrong in a repository', async () => {
  const all = await open('/setup/details', TOKEN);
  expect(all.text).toContain('The last webhook failed: 1 answered 502.');
  expect(all.text).toContain(`<a href="/setup/details?installation_id=${installation}">acme</a>`);
  app.standIn.forgetRequests();
  const { status, text } = await open(`/setup/details?installation_id=${installation}`, TOKEN);
  expect(status).toBe(200);
  expect(text).toContain('<h2>acme/secret-shop</h2>');
  expect(text).toContain('is required on main from any source');
  expect(text).toContain('.github/threatdiff.yml:2');
  expect(text).not.toContain('<b>x');
  expect(text).toContain('main has a merge queue');
  expect(app.standIn.requests().length).toBeLessThanOrEqual(10);
});

it('says what GitHub did not answer', async () => {
  app.standIn.fail({
    kind: 'primary-limit',
    retryAfter: 3600,
    times: 2,
    match: { operation: /^apps\/(get|list)-webhook/ },
  });
  const { status, text } = await open('/setup/details', TOKEN);
  expect([status, text.includes('not known: webhooks')]).toEqual([200, true]);
});
