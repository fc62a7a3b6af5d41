/**
 * GraphQL through Octokit: many blobs in one request, threads, and the permissions and limits of GitHub.
 */
import { createHash } from 'node:crypto';
import type { Octokit } from '@octokit/rest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RepositoryHandle } from './repository-handle.ts';
import { GitHubStandIn } from './stand-in.ts';
import { installationClient } from './test-clients.ts';

const at = { owner: 'acme', repo: 'shop' };
const binary = new Uint8Array([1, 0, 2]);
let standIn: GitHubStandIn;
let repository: RepositoryHandle;
let octokit: Octokit;
let installation: number;

beforeEach(async () => {
  standIn = await GitHubStandIn.start({ limits: { blobText: 10 } });
  standIn.createOrganization('acme');
  const files = {
    'main.tf': 'short\n',
    'long.tf': 'longer than ten\n',
    'logo.png': binary,
    'latin1.tf': new Uint8Array([233, 10]),
  };
  repository = standIn.createRepository({ ...at, name: 'shop', private: true, files });
  installation = standIn.install({ account: 'acme' });
  octokit = installationClient(standIn, installation);
  repository.commit({ branch: 'feature', files: { 'main.tf': 'changed\n' } });
  repository.openPullRequest({ head: 'feature', user: 'ann' });
});
afterEach(async () => {
  await standIn.stop();
});

interface Blob {
  readonly text: string | null;
  readonly isBinary: boolean;
  readonly isTruncated: boolean;
  readonly byteSize: number;
  readonly oid: string;
}

async function failure(request: Promise<unknown>): Promise<readonly { type?: string; message: string }[]> {
  return await request.then(
    () => [],
    (error: { errors: { type?: string; message: string }[] }) => error.errors,
  );
}

describe('blobs', () => {
  it('come many at once, and say when their text is not their content', async () => {
    const { data } = await octokit.rest.git.getTree({ ...at, tree_sha: 'main' });
    const fields = 'on Blob { text isBinary isTruncated byteSize oid }';
    const objects = data.tree.map(({ sha }, index) => `b${index}: object(oid: "${sha}") { ... ${fields} }`);
    standIn.forgetRequests();
    const query = `query { repository(owner: "acme", name: "shop") { ${objects.join(' ')} } }`;
    const answer = await octokit.graphql<{ repository: Record<string, Blob> }>(query);
    const blobs = Object.values(answer.repository);
    expect(blobs.map(({ oid }) => oid)).toEqual(data.tree.map(({ sha }) => sha));
    expect(blobs.map(({ text, isBinary, isTruncated }) => [text, isBinary, isTruncated])).toEqual([
      ['\ufffd\n', false, false],
      [null, true, false],
      ['longer tha', false, true],
      ['short\n', false, false],
    ]);
    const hash = (text: string): string =>
      createHash('sha1')
        .update(`blob ${Buffer.byteLength(text)}\0${text}`)
        .digest('hex');
    const genuine = blobs.filter(({ text, oid }) => hash(text ?? '') === oid);
    expect(genuine.map(({ text }) => text)).toEqual(['short\n']);
    expect(standIn.countRequests()).toEqual({ graphql: 1 });
  });

  it('are found by name and path, with folders and commits', async () => {
    const answer = await octokit.graphql(
      `query { repository(owner: "acme", name: "shop") {
        file: object(expression: "feature:main.tf") { __typename ... on Blob { text } }
        root: object(expression: "feature:") { ... on Tree { entries { name type mode } } }
        tip: object(expression: "main") { ... on Commit { oid message tree { oid } } }
        none: object(expression: "main:gone.tf") { oid }
        defaultBranchRef { name target { oid } }
      } }`,
    );
    expect(answer).toMatchObject({
      repository: {
        file: { __typename: 'Blob', text: 'changed\n' },
        root: { entries: expect.arrayContaining([{ name: 'main.tf', type: 'blob', mode: 0o100644 }]) },
        tip: { oid: repository.tip('main'), message: 'First commit' },
        none: null,
        defaultBranchRef: { name: 'main', target: { oid: repository.tip('main') } },
      },
    });
    expect(standIn.violations()).toEqual([]);
  });
});

const THREADS = `query ($after: String) { repository(owner: "acme", name: "shop") { pullRequest(number: 1) {
  headRefOid isDraft state author { login } changedFiles
  files(first: 10) { nodes { path changeType } }
  comments(first: 10) { nodes { id databaseId body isMinimized viewerDidAuthor author { __typename login } } }
  reviewThreads(first: 1, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes {
    id isResolved isOutdated path line viewerCanResolve resolvedBy { login }
    comments(first: 10) { totalCount nodes { id databaseId body author { login } replyTo { databaseId } } }
  } }
} } }`;

interface Threads {
  readonly repository: {
    readonly pullRequest: {
      readonly reviewThreads: {
        readonly pageInfo: { readonly endCursor: string };
        readonly nodes: readonly {
          readonly id: string;
          readonly comments: { readonly nodes: readonly { readonly id: string }[] };
        }[];
      };
    };
  };
}

describe('threads', () => {
  const comment = { path: 'main.tf', line: 1, body: 'first' };
  const review = (): Promise<unknown> =>
    octokit.rest.pulls.createReview({
      ...at,
      pull_number: 1,
      event: 'COMMENT',
      comments: [comment, { ...comment, body: 'second' }],
    });
  const threads = async (after?: string): Promise<Threads> =>
    await octokit.graphql<Threads>(THREADS, { after: after ?? null });

  it('hold a comment and its replies, page by page', async () => {
    await review();
    const id = repository.pull(1).reviewComments[0]?.id ?? 0;
    await octokit.rest.pulls.createReplyForReviewComment({ ...at, pull_number: 1, comment_id: id, body: 'reply' });
    const first = await threads();
    expect(first).toMatchObject({
      repository: {
        pullRequest: {
          headRefOid: repository.tip('feature'),
          state: 'OPEN',
          changedFiles: 1,
          files: { nodes: [{ path: 'main.tf', changeType: 'MODIFIED' }] },
          reviewThreads: {
            totalCount: 2,
            pageInfo: { hasNextPage: true },
            nodes: [
              {
                isResolved: false,
                isOutdated: false,
                line: 1,
                viewerCanResolve: false,
                comments: { nodes: [{ body: 'first' }, { body: 'reply', replyTo: { databaseId: id } }] },
              },
            ],
          },
        },
      },
    });
    const second = await threads(first.repository.pullRequest.reviewThreads.pageInfo.endCursor);
    expect(second).toMatchObject({
      repository: {
        pullRequest: { reviewThreads: { pageInfo: { hasNextPage: false }, nodes: [{ comments: { totalCount: 1 } }] } },
      },
    });
    expect(standIn.violations()).toEqual([]);
  });

  it('are resolved with contents: write, and forbidden with less', async () => {
    await review();
    const [thread] = (await threads()).repository.pullRequest.reviewThreads.nodes;
    const mutation = 'mutation ($id: ID!) { resolveReviewThread(input: { threadId: $id }) { thread { isResolved } } }';
    const refused = await failure(octokit.graphql(mutation, { id: thread?.id }));
    expect(refused).toMatchObject([{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }]);
    standIn.setPermissions(installation, { contents: 'write', pull_requests: 'write' });
    const writer = installationClient(standIn, installation);
    const resolved = await writer.graphql(mutation, { id: thread?.id });
    expect(resolved).toEqual({ resolveReviewThread: { thread: { isResolved: true } } });
  });

  it('and comments are hidden with pull_requests: write', async () => {
    await review();
    const summary = await octokit.rest.issues.createComment({ ...at, issue_number: 1, body: 'summary' });
    const [thread] = (await threads()).repository.pullRequest.reviewThreads.nodes;
    const mutation = `mutation ($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) {
      minimizedComment { isMinimized minimizedReason } } }`;
    for (const id of [summary.data.node_id, thread?.comments.nodes[0]?.id]) {
      const hidden = await octokit.graphql(mutation, { id });
      expect(hidden).toEqual({
        minimizeComment: { minimizedComment: { isMinimized: true, minimizedReason: 'outdated' } },
      });
    }
    expect(await threads()).toMatchObject({
      repository: {
        pullRequest: {
          comments: {
            nodes: [{ isMinimized: true, viewerDidAuthor: true, author: { __typename: 'Bot', login: 'threatdiff' } }],
          },
        },
      },
    });
  });
});

describe('refusals', () => {
  it('name what does not fit the schema', async () => {
    const query = 'query { repository(owner: "acme", name: "shop") { pullRequest(number: "1") { titel } } }';
    const errors = await failure(octokit.graphql(query));
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('Int cannot represent non-integer value'),
      expect.stringContaining('Cannot query field "titel"'),
    ]);
    expect(standIn.violations()).toHaveLength(2);
  });

  it('never answer a field the stand-in does not know with null', async () => {
    const query = 'query { repository(owner: "acme", name: "shop") { homepageUrl } }';
    const [error] = await failure(octokit.graphql(query));
    expect(error?.message).toBe('the stand-in does not know Repository.homepageUrl');
  });

  it('insist on pages of 100 at most', async () => {
    const list = (values: string): Promise<unknown> =>
      octokit.graphql(`query { repository(owner: "acme", name: "shop") { pullRequests${values} { totalCount } } }`);
    expect(await failure(list(''))).toMatchObject([{ type: 'MISSING_PAGINATION_BOUNDARIES' }]);
    expect(await failure(list('(first: 101)'))).toMatchObject([{ type: 'EXCESSIVE_PAGINATION' }]);
    expect(await failure(list('(first: 100, states: OPEN)'))).toEqual([]);
  });

  it('hide what a token may not see', async () => {
    standIn.createRepository({ owner: 'other', name: 'secret', private: true });
    const query = 'query { repository(owner: "other", name: "secret") { id } }';
    expect(await failure(octokit.graphql(query))).toMatchObject([{ type: 'NOT_FOUND' }]);
    standIn.setPermissions(installation, { contents: 'read' });
    const pull = 'query { repository(owner: "acme", name: "shop") { pullRequest(number: 1) { title } } }';
    expect(await failure(octokit.graphql(pull))).toMatchObject([{ type: 'FORBIDDEN' }]);
  });
});
