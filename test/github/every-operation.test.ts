/**
 * Every operation in use is answered once, as GitHub describes it: an answer that is not as described is a 500 of the
 * stand-in. An operation without a line here fails.
 */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OPERATIONS, type OperationId } from './operations.ts';
import type { RepositoryHandle } from './repository-handle.ts';
import { GitHubStandIn } from './stand-in.ts';
import { appClient, installationClient } from './test-clients.ts';

interface Request {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly status?: number;
}

const base = '/repos/acme/shop';
let standIn: GitHubStandIn;
let repository: RepositoryHandle;
let installation: number;
let requests: Readonly<Record<OperationId, Request>>;

beforeAll(async () => {
  standIn = await GitHubStandIn.start();
  standIn.createOrganization('acme', ['ann']);
  standIn.createTeam('acme', 'security', ['ann']);
  repository = standIn.createRepository({
    owner: 'acme',
    name: 'shop',
    files: {
      'main.tf': 'a\nb\nc\n',
      'modules/net/main.tf': 'x\n',
      link: { content: 'main.tf', mode: '120000' },
      vendor: { submodule: 'a'.repeat(40) },
    },
  });
  repository.requireCheck({ context: 'threatdiff', appId: standIn.appId });
  repository.addRuleset({ id: 7, checks: [], mergeQueue: true, workflows: ['.github/workflows/check.yml'] });
  standIn.setWebhook({ deliveries: [{ status: 200, event: 'push' }] });
  repository.addCollaborator('ben', 'write');
  installation = standIn.install({
    account: 'acme',
    permissions: {
      contents: 'write',
      checks: 'write',
      pull_requests: 'write',
      members: 'read',
      administration: 'read',
      security_events: 'write',
    },
  });
  repository.commit({ branch: 'feature', files: { 'main.tf': 'a\nB\nc\n', 'new.tf': 'n\n' } });
  repository.commit({ branch: 'other', files: { 'other.tf': 'o\n' } });
  requests = await table();
});
afterAll(async () => {
  await standIn.stop();
});

/** One request of each operation, in an order in which they can follow each other. */
async function table(): Promise<Readonly<Record<OperationId, Request>>> {
  const pull = repository.openPullRequest({ head: 'feature', user: 'ben' });
  const octokit = installationClient(standIn, installation);
  const at = { owner: 'acme', repo: 'shop' };
  const head = pull.head.sha;
  const tree = (await octokit.rest.git.getCommit({ ...at, commit_sha: head })).data.tree.sha;
  const run = (await octokit.rest.checks.create({ ...at, name: 'threatdiff', head_sha: head })).data;
  const comment = (await octokit.rest.issues.createComment({ ...at, issue_number: 1, body: 'one' })).data;
  const line = { path: 'main.tf', line: 2, body: 'here' };
  const review = (await octokit.rest.pulls.createReview({ ...at, pull_number: 1, event: 'COMMENT', comments: [line] }))
    .data;
  const first = (await octokit.rest.pulls.listReviewComments({ ...at, pull_number: 1 })).data[0]?.id ?? 0;
  const last = (await octokit.rest.pulls.createReviewComment({ ...at, pull_number: 1, commit_id: head, ...line })).data;
  const blob = (await octokit.rest.git.createBlob({ ...at, content: 'made' })).data.sha;
  const sarif = gzipSync('{}').toString('base64');
  const upload = { commit_sha: head, ref: 'refs/pull/1/head', sarif };
  const uploaded = (await octokit.rest.codeScanning.uploadSarif({ ...at, ...upload })).data.id;
  const suite = run.check_suite?.id;
  const person = { name: 'Ann', email: 'ann@users.noreply.github.com', date: '2026-11-02T08:00:00Z' };
  const get = (path: string): Request => ({ method: 'GET', path });
  const gone = (path: string): Request => ({ method: 'DELETE', path, status: 204 });
  const post = (path: string, body?: unknown, status = 201): Request => ({ method: 'POST', path, body, status });
  const patch = (path: string, body: unknown): Request => ({ method: 'PATCH', path, body });
  return {
    'apps/get-authenticated': get('/app'),
    'apps/list-installations': get('/app/installations'),
    'apps/get-installation': get(`/app/installations/${installation}`),
    'apps/create-installation-access-token': post(`/app/installations/${installation}/access_tokens`, {
      repositories: ['shop'],
      permissions: { contents: 'read' },
    }),
    'apps/get-org-installation': get('/orgs/acme/installation'),
    'apps/get-repo-installation': get(`${base}/installation`),
    'apps/list-repos-accessible-to-installation': get('/installation/repositories'),
    'apps/get-webhook-config-for-app': get('/app/hook/config'),
    'apps/list-webhook-deliveries': get('/app/hook/deliveries?per_page=5'),
    'rate-limit/get': get('/rate_limit'),
    'users/get-by-username': get('/users/ann'),
    'repos/get': get(base),
    'repos/list-branches': get(`${base}/branches?protected=true`),
    'repos/get-branch': get(`${base}/branches/main`),
    'repos/get-branch-protection': get(`${base}/branches/main/protection`),
    'repos/get-branch-rules': get(`${base}/rules/branches/main`),
    'repos/get-repo-ruleset': get(`${base}/rulesets/7`),
    'repos/get-content': get(`${base}/contents/main.tf?ref=feature`),
    'repos/list-commits': get(`${base}/commits?sha=feature&path=main.tf`),
    'repos/get-commit': get(`${base}/commits/feature`),
    'repos/compare-commits-with-basehead': get(`${base}/compare/main...feature`),
    'repos/list-pull-requests-associated-with-commit': get(`${base}/commits/${head}/pulls`),
    'repos/list-collaborators': get(`${base}/collaborators`),
    'repos/get-collaborator-permission-level': get(`${base}/collaborators/ben/permission`),
    'git/get-ref': get(`${base}/git/ref/heads/main`),
    'git/list-matching-refs': get(`${base}/git/matching-refs/heads/`),
    'git/get-commit': get(`${base}/git/commits/${head}`),
    'git/get-tree': get(`${base}/git/trees/feature?recursive=1`),
    'git/get-blob': get(`${base}/git/blobs/${blob}`),
    'git/create-ref': post(`${base}/git/refs`, { ref: 'refs/heads/made', sha: head }),
    'git/update-ref': patch(`${base}/git/refs/heads/made`, { sha: repository.tip('other'), force: true }),
    'git/delete-ref': gone(`${base}/git/refs/heads/made`),
    'git/create-blob': post(`${base}/git/blobs`, { content: Buffer.from('x').toString('base64'), encoding: 'base64' }),
    'git/create-tree': post(`${base}/git/trees`, {
      base_tree: tree,
      tree: [{ path: 'made.tf', mode: '100644', type: 'blob', sha: blob }],
    }),
    'git/create-commit': post(`${base}/git/commits`, { message: 'Make', tree, parents: [head], author: person }),
    'checks/create': post(`${base}/check-runs`, { name: 'again', head_sha: head, conclusion: 'neutral' }),
    'checks/update': patch(`${base}/check-runs/${run.id}`, { output: { summary: 'so far' }, status: 'in_progress' }),
    'checks/get': get(`${base}/check-runs/${run.id}`),
    'checks/list-annotations': get(`${base}/check-runs/${run.id}/annotations`),
    'checks/list-for-ref': get(`${base}/commits/${head}/check-runs?check_name=threatdiff&app_id=${standIn.appId}`),
    'checks/list-for-suite': get(`${base}/check-suites/${suite}/check-runs`),
    'checks/list-suites-for-ref': get(`${base}/commits/${head}/check-suites`),
    'checks/get-suite': get(`${base}/check-suites/${suite}`),
    'checks/rerequest-run': post(`${base}/check-runs/${run.id}/rerequest`),
    'checks/rerequest-suite': post(`${base}/check-suites/${suite}/rerequest`),
    'pulls/list': get(`${base}/pulls?state=all&head=acme:feature&base=main&sort=updated`),
    'pulls/get': get(`${base}/pulls/1`),
    'pulls/create': post(`${base}/pulls`, { title: 'Two', head: 'other', base: 'main', draft: true }),
    'pulls/list-files': get(`${base}/pulls/1/files`),
    'pulls/list-commits': get(`${base}/pulls/1/commits`),
    'pulls/list-reviews': get(`${base}/pulls/1/reviews`),
    'pulls/get-review': get(`${base}/pulls/1/reviews/${review.id}`),
    'pulls/create-review': post(`${base}/pulls/1/reviews`, { event: 'APPROVE' }, 200),
    'pulls/list-comments-for-review': get(`${base}/pulls/1/reviews/${review.id}/comments`),
    'pulls/list-review-comments': get(`${base}/pulls/1/comments?direction=desc`),
    'pulls/get-review-comment': get(`${base}/pulls/comments/${first}`),
    'pulls/create-review-comment': post(`${base}/pulls/1/comments`, { ...line, commit_id: head }),
    'pulls/create-reply-for-review-comment': post(`${base}/pulls/1/comments/${first}/replies`, { body: 'yes' }),
    'pulls/update-review-comment': patch(`${base}/pulls/comments/${first}`, { body: 'there' }),
    'pulls/delete-review-comment': gone(`${base}/pulls/comments/${last.id}`),
    'issues/list-comments': get(`${base}/issues/1/comments?since=2026-01-01T00:00:00Z`),
    'issues/get-comment': get(`${base}/issues/comments/${comment.id}`),
    'issues/create-comment': post(`${base}/issues/1/comments`, { body: 'two' }),
    'issues/update-comment': patch(`${base}/issues/comments/${comment.id}`, { body: 'three' }),
    'issues/delete-comment': gone(`${base}/issues/comments/${comment.id}`),
    'orgs/get-membership-for-user': get('/orgs/acme/memberships/ann'),
    'orgs/check-membership-for-user': { ...get('/orgs/acme/members/ann'), status: 204 },
    'teams/get-by-name': get('/orgs/acme/teams/security'),
    'teams/list-members-in-org': get('/orgs/acme/teams/security/members'),
    'teams/get-membership-for-user-in-org': get('/orgs/acme/teams/security/memberships/ann'),
    'code-scanning/upload-sarif': post(`${base}/code-scanning/sarifs`, upload, 202),
    'code-scanning/get-sarif': get(`${base}/code-scanning/sarifs/${uploaded}`),
    'apps/revoke-installation-access-token': gone('/installation/token'),
  };
}

it('answers every operation as described', async () => {
  const wrong: string[] = [];
  const [app, octokit] = [appClient(standIn), installationClient(standIn, installation)];
  for (const [id, { method, path, body, status = 200 }] of Object.entries(requests)) {
    const client = OPERATIONS[id as OperationId] === 'app' ? app : octokit;
    const options = body === undefined ? {} : { data: body };
    const answer = await client.request(`${method} ${path}`, options).catch((error: unknown) => error);
    const got = (answer as { status: number }).status;
    if (got !== status) wrong.push(`${id}: ${got} ${String(answer)}`);
  }
  expect(wrong).toEqual([]);
  expect(standIn.violations()).toEqual([]);
  expect(Object.keys(requests).sort()).toEqual(Object.keys(OPERATIONS).sort());
  expect(Object.keys(standIn.countRequests()).sort()).toEqual(Object.keys(OPERATIONS).sort());
});

it('answers folders, links and submodules by path', async () => {
  const octokit = installationClient(standIn, installation);
  const read = async (path: string): Promise<unknown> => (await octokit.request(`GET ${base}/contents/${path}`)).data;
  expect(await read('')).toMatchObject([
    { path: 'link', type: 'symlink' },
    { path: 'main.tf', type: 'file' },
    { path: 'modules', type: 'dir' },
    { path: 'vendor', type: 'file' },
  ]);
  expect(await read('link')).toMatchObject({ type: 'symlink', target: 'main.tf' });
  expect(await read('vendor')).toMatchObject({ type: 'submodule', sha: 'a'.repeat(40) });
  expect(standIn.violations()).toEqual([]);
});
