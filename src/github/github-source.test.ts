/** Trees and blobs from the stand-in over HTTP: what is listed and read, and that nothing it says is believed. */
import { afterEach, describe, expect, it } from 'vitest';
import { type Shop, type ShopOptions, startShop } from '../../test/github/start-shop.ts';
import { type Tamper, type Tampering, startTampering } from '../../test/github/tampering-proxy.ts';
import { hashBlob } from '../source/hash-blob.ts';
import type { Snapshot } from '../source/snapshot.ts';
import { GitHubError } from './github-error.ts';
import { MemoryBlobCache } from './memory-blob-cache.ts';
import { type GitHubChangeOptions, openGitHubChange } from './open-github-change.ts';

const LIMITS = { fileBytes: 5 * 1024 * 1024, treeEntries: 1000 };
const LONG = `# ${'x'.repeat(120_000)}\n`;
/** Latin-1: neither binary for GitHub nor UTF-8. */
const LATIN = Buffer.from('name = "caf\u00e9"\n', 'latin1');
const BINARY = Buffer.from([0, 1, 2, 255, 0]);

let shop: Shop;
let proxy: Tampering | undefined;

afterEach(async () => {
  expect(shop.standIn.violations()).toEqual([]);
  await proxy?.stop();
  proxy = undefined;
  await shop.standIn.stop();
});

async function start(options: ShopOptions, tamper?: Tamper): Promise<void> {
  shop = await startShop(options);
  if (tamper) proxy = await startTampering(shop.standIn.url, tamper);
}

/** The change a pull request with these files makes. */
function open(headSha: string, options: Partial<GitHubChangeOptions> = {}): ReturnType<typeof openGitHubChange> {
  return openGitHubChange({
    client: shop.connect(proxy ? { baseUrl: proxy.url } : {}),
    repository: shop.repository,
    base: { kind: 'pull-request', sha: shop.shop.tip(), ref: 'main' },
    headSha,
    limits: LIMITS,
    ...options,
  });
}

async function readAll(snapshot: Snapshot): Promise<Map<string, string>> {
  const entries = await snapshot.entries();
  const contents = await snapshot.read(entries);
  return new Map(
    entries.flatMap(({ path, blob }) => {
      const bytes = contents.get(blob);
      return bytes === undefined ? [] : [[path, Buffer.from(bytes).toString('latin1')] as const];
    }),
  );
}

const paths = async (snapshot: Snapshot) => (await snapshot.entries()).map(({ path }) => path);
const counts = () => shop.standIn.countRequests();

describe('the two sides', () => {
  it('compares the head with the merge base, not with the tip', async () => {
    await start({ files: { 'a.tf': 'a' } });
    const base = shop.shop.tip();
    const head = shop.shop.commit({ branch: 'feature', files: { 'b.tf': 'b' } });
    shop.shop.commit({ branch: 'main', files: { 'c.tf': 'c' } });
    const change = await open(head);
    expect(change.before.map(({ id }) => id)).toEqual([base]);
    expect(change.after.id).toBe(head);
    expect(change.description).toEqual({
      before: `merge base ${base.slice(0, 7)} with main`,
      after: `head ${head.slice(0, 7)}`,
    });
    expect(await paths(change.after)).toEqual(['a.tf', 'b.tf']);
    await change.close();
  });

  it('takes the base of a merge group as it is', async () => {
    await start({ files: { 'a.tf': 'a' } });
    const base = shop.shop.commit({ branch: 'main', files: { 'c.tf': 'c' } });
    const head = shop.shop.commit({ branch: 'queue', files: { 'b.tf': 'b' } });
    const change = await open(head, { base: { kind: 'merge-group', sha: base } });
    expect(change.before.map(({ id }) => id)).toEqual([base]);
    expect(counts()['repos/compare-commits-with-basehead']).toBeUndefined();
  });

  it('has no before where histories share nothing', async () => {
    await start({ files: { 'a.tf': 'a' } });
    const change = await open(await orphanCommit());
    expect(change.before).toEqual([]);
    expect(change.description.before).toBe('nothing (main and the head share no history)');
  });

  it('fails with its reason where a commit is unknown', async () => {
    await start({ files: { 'a.tf': 'a' } });
    const error: unknown = await open('0'.repeat(40)).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(GitHubError);
    expect(error).toMatchObject({ kind: 'not-found' });
  });

  it('reads the head of a fork that is gone', async () => {
    await start({ files: { 'a.tf': 'a' } });
    const fork = shop.shop.fork('mallory');
    const head = fork.commit({ branch: 'patch', files: { 'b.tf': 'from a fork' } });
    shop.shop.openPullRequest({ head: 'patch', from: fork });
    fork.delete();
    const change = await open(head, { headRepository: { owner: 'mallory', name: 'shop' } });
    expect((await readAll(change.after)).get('b.tf')).toBe('from a fork');
  });

  it('asks the fork for what the repository does not have', async () => {
    const missing = Buffer.from('only there');
    const id = hashBlob(missing);
    const asked = { fork: false };
    await start({ files: { 'a.tf': 'a' } }, (path, body) => {
      if (path === `/repos/acme/shop/git/blobs/${id}`) return '{"message":"Not Found"}';
      const isFirst = path === '/graphql' && body.includes('only there') && !asked.fork;
      if (isFirst) asked.fork = true;
      return isFirst ? body.replaceAll(/\{"text":"only there"[^}]*\}/g, 'null') : body;
    });
    const fork = shop.shop.fork('mallory');
    const head = fork.commit({ branch: 'patch', files: { 'b.tf': missing } });
    const change = await open(head, { headRepository: { owner: 'mallory', name: 'shop' } });
    expect((await readAll(change.after)).get('b.tf')).toBe('only there');
    expect(asked.fork).toBe(true);
    expect(change.after.problems()).toEqual([]);
  });
});

/** A commit without parents. */
async function orphanCommit(): Promise<string> {
  const token = shop.standIn.createUserToken('acme');
  const call = async (path: string, body: object): Promise<{ readonly sha: string }> => {
    const answer = await fetch(`${shop.standIn.url}/repos/acme/shop/${path}`, {
      method: 'POST',
      headers: { authorization: `token ${token}`, 'user-agent': 'test', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as { readonly sha: string };
  };
  const tree = await call('git/trees', { tree: [{ path: 'z.tf', mode: '100644', type: 'blob', content: 'z' }] });
  const { sha } = await call('git/commits', { message: 'Begin again', tree: tree.sha, parents: [] });
  return sha;
}

describe('trees', () => {
  const nested = Object.fromEntries(
    ['a', 'b', 'c'].flatMap((x) => ['1', '2', '3'].map((y) => [`${x}/${y}/main.tf`, `${x}${y}`] as const)),
  );

  it('walks one that GitHub cuts off, and what both sides share once', async () => {
    await start({ files: { ...nested, 'z.tf': 'z' }, limits: { treeEntries: 8 } });
    const head = shop.shop.commit({ branch: 'feature', files: { 'a/1/main.tf': 'changed' } });
    const change = await open(head);
    const before = await paths(change.before[0] as Snapshot);
    expect(before).toEqual([...Object.keys(nested), 'z.tf']);
    // The root twice, and each of three folders.
    expect(counts()['git/get-tree']).toBe(5);
    expect(await paths(change.after)).toEqual(before);
    // The root twice, and the folder that changed.
    expect(counts()['git/get-tree']).toBe(8);
    expect((await readAll(change.after)).get('a/1/main.tf')).toBe('changed');
  });

  it('says where it stopped', async () => {
    await start({ files: nested });
    const change = await open(shop.shop.tip(), { limits: { ...LIMITS, treeEntries: 4 } });
    expect(await paths(change.after)).toEqual(['a/1/main.tf', 'a/2/main.tf', 'a/3/main.tf', 'b/1/main.tf']);
    expect(change.after.problems()).toMatchObject([{ code: 'budget-exceeded', effect: 'not-evaluated' }]);
  });

  it('shows links and submodules as they are', async () => {
    const commit = 'c'.repeat(40);
    await start({
      files: {
        'a.tf': 'a',
        link: { content: 'a.tf', mode: '120000' },
        'run.sh': { content: '#!/bin/sh\n', mode: '100755' },
        vendor: { submodule: commit },
      },
    });
    const { after } = await open(shop.shop.tip());
    const entries = await after.entries();
    expect(entries.map(({ path, mode }) => `${path} ${mode}`)).toEqual([
      'a.tf file',
      'link link',
      'run.sh executable',
      'vendor gitlink',
    ]);
    expect(entries.at(-1)).toMatchObject({ blob: commit, size: 0 });
    expect((await readAll(after)).get('link')).toBe('a.tf');
  });
});

describe('blobs', () => {
  const files = {
    'a.tf': 'a',
    'bom.tf': '\u{FEFF}b\r\n',
    'empty.tf': '',
    'latin.tf': LATIN,
    'long.tf': LONG,
    'same.tf': 'a',
    'binary.tf': BINARY,
  };
  const wanted = Object.entries(files).map(
    ([path, content]) => [path, Buffer.from(content).toString('latin1')] as const,
  );

  it('reads text many at a time, and the rest one by one', async () => {
    await start({ files, limits: { blobText: 100_000 } });
    const { after } = await open(shop.shop.tip());
    expect(await readAll(after)).toEqual(new Map(wanted));
    expect(after.problems()).toEqual([]);
    // Cut, not UTF-8, binary.
    expect(counts()).toMatchObject({ graphql: 1, 'git/get-blob': 3 });
  });

  it('does not read what is too long', async () => {
    await start({ files });
    const { after } = await open(shop.shop.tip(), { limits: { ...LIMITS, fileBytes: 100 } });
    expect((await readAll(after)).has('long.tf')).toBe(false);
    expect(after.problems()).toEqual([]);
  });

  it('reads again what has other bytes than its id names', async () => {
    await start({ files: { 'a.tf': 'real', 'b.tf': 'b' } }, (path, body) =>
      path === '/graphql' ? body.replace('"real"', '"fake"') : body,
    );
    const { after } = await open(shop.shop.tip());
    expect((await readAll(after)).get('a.tf')).toBe('real');
    expect(counts()['git/get-blob']).toBe(1);
  });

  it('makes a problem of what stays wrong, and goes on', async () => {
    const fake = Buffer.from('fake').toString('base64');
    await start({ files: { 'a.tf': 'real', 'b.tf': 'b', 'copy.tf': 'real' } }, (path, body) => {
      if (path === '/graphql') return body.replace('"real"', '"fake"');
      return path.includes('/git/blobs/') ? body.replace(/"content":"[^"]*"/, `"content":"${fake}"`) : body;
    });
    const { after } = await open(shop.shop.tip());
    expect([...(await readAll(after)).keys()]).toEqual(['b.tf']);
    expect(after.problems().map(({ code, effect, location }) => [code, effect, location?.path])).toEqual([
      ['unreadable-file', 'not-evaluated', 'a.tf'],
      ['unreadable-file', 'not-evaluated', 'copy.tf'],
    ]);
  });

  it('survives a query that fails for its size', async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`f${index}.tf`, `content ${index}`]));
    await start({ files: many });
    const { after } = await open(shop.shop.tip());
    await after.entries();
    shop.standIn.fail({ kind: '5xx', status: 504, match: { operation: 'graphql' }, times: 4 });
    expect((await readAll(after)).size).toBe(60);
    // Four attempts with all, and one for each half.
    expect(counts()['graphql']).toBe(6);
  });

  it('reads by REST what a query has an error for', async () => {
    const failed = '"errors":[{"message":"Timed out","path":["repository","b0"]}]';
    await start({ files: { 'a.tf': 'a', 'b.tf': 'b' } }, (path, body) =>
      path === '/graphql' ? body.replace(/"b0":\{[^}]*\}/, '"b0":null').replace(/\}$/, `,${failed}}`) : body,
    );
    const { after } = await open(shop.shop.tip());
    expect([...(await readAll(after)).keys()]).toEqual(['a.tf', 'b.tf']);
    expect(counts()['git/get-blob']).toBe(1);
  });

  it('stops asking one by one before it has used up the quota', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 310 }, (_, index) => [
        `f${String(index).padStart(3, '0')}.tf`,
        Buffer.from([0xe9, index >> 4, index & 15]),
      ]),
    );
    await start({ files: many });
    const { after } = await open(shop.shop.tip());
    expect((await readAll(after)).size).toBe(300);
    expect(counts()['git/get-blob']).toBe(300);
    expect(after.problems().map(({ location }) => location?.path)).toEqual(Object.keys(many).slice(300));
  });

  it('needs the permission to read contents', async () => {
    await start({ files: { 'a.tf': 'a' }, private: true });
    const { after } = await open(shop.shop.tip());
    const entries = await after.entries();
    shop.standIn.setPermissions(shop.installation, { metadata: 'read' });
    await expect(after.read(entries)).rejects.toMatchObject({ kind: 'forbidden' });
    expect(counts()['git/get-blob']).toBeUndefined();
  });

  it('fails as a whole when GitHub does', async () => {
    await start({ files: { 'a.tf': 'a' } });
    const { after } = await open(shop.shop.tip());
    const entries = await after.entries();
    shop.standIn.fail({ kind: '5xx', times: 100 });
    const error: unknown = await after.read(entries).catch((failure: unknown) => failure);
    expect(error).toMatchObject({ kind: 'unavailable', action: 'read 1 files of acme/shop' });
  });

  it('asks a cache first, believes it no more than GitHub, and scopes it to the repository', async () => {
    await start({ files: { 'a.tf': 'a', 'b.tf': 'b' } });
    const cache = new MemoryBlobCache(1024);
    await readAll((await open(shop.shop.tip(), { cache })).after);
    shop.standIn.forgetRequests();
    await readAll((await open(shop.shop.tip(), { cache })).after);
    expect(counts()['graphql']).toBeUndefined();
    const repository = { ...shop.repository, id: 1 };
    const [a, b] = await (await open(shop.shop.tip(), { cache })).after.entries();
    await cache.put(1, [{ id: a?.blob ?? '', bytes: Buffer.from('poison') }]);
    await cache.put(1, [{ id: b?.blob ?? '', bytes: Buffer.from('b') }]);
    const { after } = await open(shop.shop.tip(), { cache, repository });
    expect((await readAll(after)).get('a.tf')).toBe('a');
    expect(counts()['graphql']).toBe(1);
  });
});

describe('the cache in memory', () => {
  it('drops what was used least recently, within its bytes', async () => {
    await start({});
    const cache = new MemoryBlobCache(10);
    const blob = (id: string, size: number) => ({ id, bytes: new Uint8Array(size) });
    await cache.put(1, [blob('a', 4), blob('b', 4)]);
    await cache.get(1, ['a']);
    await cache.put(1, [blob('c', 4), blob('huge', 11)]);
    expect([...(await cache.get(1, ['a', 'b', 'c', 'huge'])).keys()]).toEqual(['a', 'c']);
    expect((await cache.get(2, ['a'])).size).toBe(0);
  });
});
