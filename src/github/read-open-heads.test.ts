/** Many repositories in one question: what is open in each, and which of them need a look of their own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Shop, startShop } from '../../test/github/start-shop.ts';
import { readOpenHeads } from './read-open-heads.ts';

let shop: Shop;
let ids: readonly string[];

beforeAll(async () => {
  shop = await startShop({ files: { 'main.tf': '# empty\n' } });
  const quiet = shop.standIn.createRepository({ owner: 'acme', name: 'quiet', files: {} });
  const busy = shop.standIn.createRepository({ owner: 'acme', name: 'busy', files: {} });
  for (let index = 0; index < 21; index += 1) {
    busy.commit({ branch: `change-${index}`, files: { 'a.tf': `# ${index}\n` } });
    busy.openPullRequest({ head: `change-${index}` });
  }
  const hidden = shop.standIn.createRepository({ owner: 'mallory', name: 'hidden', private: true, files: {} });
  const { data } = await shop
    .connect()
    .call('list', (octokit) => octokit.rest.apps.listReposAccessibleToInstallation({ per_page: 100 }));
  const idOf = (name: string) => data.repositories.find((each) => each.name === name)?.node_id ?? '';
  ids = [
    idOf('shop'),
    idOf(quiet.name),
    idOf(busy.name),
    Buffer.from(`Repository:${hidden.state.id}`).toString('base64'),
  ];
});
afterAll(async () => {
  expect(shop.standIn.violations()).toEqual([]);
  await shop.standIn.stop();
});

describe('what is open in many repositories', () => {
  it('is one request', async () => {
    const head = shop.shop.commit({ branch: 'feature', files: { 'main.tf': '# changed\n' } });
    const { number } = shop.shop.openPullRequest({ head: 'feature' });
    const group = shop.shop.createMergeGroup(number);
    const client = shop.connect();
    await client.query('sign in', '{ viewer { login } }');
    const before = client.requests;
    const found = await readOpenHeads(client, ids);
    expect(client.requests - before).toBe(1);
    expect(found).toEqual([
      { pullRequests: [{ number, headSha: head, baseRef: 'main' }], groups: [group.head_sha] },
      { pullRequests: [], groups: [] },
      undefined,
      undefined,
    ]);
  });

  it('is a look at each where GitHub gives up on many', async () => {
    shop.standIn.fail({ kind: '5xx', match: { operation: 'graphql' }, times: 100 });
    expect(await readOpenHeads(shop.connect(), ids)).toEqual([undefined, undefined, undefined, undefined]);
    shop.standIn.clearFaults();
  });
});
