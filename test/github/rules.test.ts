/**
 * What GitHub refuses beyond its description, and what it leaves out in silence: each rule once, with unmodified clients.
 */
import type { Octokit } from '@octokit/rest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RepositoryHandle } from './repository-handle.ts';
import { GitHubStandIn } from './stand-in.ts';
import { installationClient } from './test-clients.ts';

const at = { owner: 'acme', repo: 'shop' };
let standIn: GitHubStandIn;
let repository: RepositoryHandle;
let octokit: Octokit;

const lines = (count: number): string => Array.from({ length: count }, (_, index) => `line ${index + 1}\n`).join('');

async function begin(limits = {}): Promise<void> {
  standIn = await GitHubStandIn.start({ limits });
  standIn.createOrganization('acme');
  repository = standIn.createRepository({ ...at, name: 'shop', files: { 'main.tf': lines(30) } });
  octokit = installationClient(standIn, standIn.install({ account: 'acme' }));
}

async function openPull(): Promise<string> {
  const files = { 'main.tf': lines(30).replace('line 10\n', 'line ten\n'), 'new.tf': 'n\n' };
  const head = repository.commit({ branch: 'feature', files });
  repository.openPullRequest({ head: 'feature', user: 'ann' });
  return await Promise.resolve(head);
}

async function refusal(request: Promise<unknown>): Promise<{ status: number; message: string }> {
  return await request.then(
    () => ({ status: 200, message: 'accepted' }),
    (error: { status: number; message: string }) => ({ status: error.status, message: error.message }),
  );
}

beforeEach(async () => {
  await begin();
});
afterEach(async () => {
  await standIn.stop();
});

describe('check runs', () => {
  const annotation = {
    path: 'main.tf',
    start_line: 1,
    end_line: 1,
    annotation_level: 'warning',
    message: 'm',
  } as const;

  it('need a conclusion when they are completed', async () => {
    const run = { ...at, name: 'threatdiff', head_sha: repository.tip() };
    const completed = await refusal(octokit.rest.checks.create({ ...run, status: 'completed' } as never));
    expect(completed).toMatchObject({ status: 422, message: expect.stringContaining('"conclusion" is required') });
    const { data } = await octokit.rest.checks.create({ ...run, conclusion: 'success' });
    expect(data).toMatchObject({ status: 'completed', conclusion: 'success', completed_at: expect.any(String) });
  });

  it('take 50 annotations a request, which add up', async () => {
    const run = { ...at, name: 'threatdiff', head_sha: repository.tip() };
    const output = (count: number): object => ({
      title: 't',
      summary: 's',
      annotations: Array(count).fill(annotation),
    });
    const many = await refusal(octokit.rest.checks.create({ ...run, output: output(51) } as never));
    expect(many).toMatchObject({ status: 422, message: expect.stringContaining('50 items') });
    const { data } = await octokit.rest.checks.create({ ...run, output: output(50) } as never);
    const changed = await octokit.rest.checks.update({ ...at, check_run_id: data.id, output: output(7) } as never);
    expect(changed.data.output.annotations_count).toBe(57);
    const listed = await octokit.paginate(octokit.rest.checks.listAnnotations, { ...at, check_run_id: data.id });
    expect(listed).toHaveLength(57);
  });

  it('have three actions, 65,535 characters of text, and columns on one line', async () => {
    const run = { ...at, name: 'threatdiff', head_sha: repository.tip() };
    const action = { label: 'l', description: 'd', identifier: 'i' };
    expect(await refusal(octokit.rest.checks.create({ ...run, actions: Array(4).fill(action) }))).toMatchObject({
      status: 422,
    });
    const long = (length: number): object => ({ ...run, output: { title: 't', summary: 'x'.repeat(length) } });
    expect(await refusal(octokit.rest.checks.create(long(65_536) as never))).toMatchObject({ status: 422 });
    expect(await refusal(octokit.rest.checks.create(long(65_535) as never))).toMatchObject({ status: 200 });
    const wide = { ...annotation, end_line: 2, start_column: 1 };
    const columns = { ...run, output: { title: 't', summary: 's', annotations: [wide] } };
    expect(await refusal(octokit.rest.checks.create(columns))).toMatchObject({ status: 422 });
  });

  it('belong to the commit, whichever pull requests it heads', async () => {
    const head = await openPull();
    repository.commit({ branch: 'lax', files: { 'policy.yml': 'x\n' }, from: 'main' });
    repository.openPullRequest({ head: 'feature', base: 'lax' });
    const run = await octokit.rest.checks.create({ ...at, name: 'threatdiff', head_sha: head, conclusion: 'success' });
    expect(run.data.pull_requests.map((each) => each.number)).toEqual([1, 2]);
    const { data } = await octokit.rest.checks.listForRef({ ...at, ref: 'feature' });
    expect(data.check_runs.map((each) => each.id)).toEqual([run.data.id]);
  });

  it('of a fork name no pull request', async () => {
    const fork = repository.fork('mallory');
    const head = fork.commit({ branch: 'feature', files: { 'main.tf': 'bad\n' } });
    const { number } = repository.openPullRequest({ head: 'feature', from: fork });
    const { data: pull } = await octokit.rest.pulls.get({ ...at, pull_number: number });
    expect(pull.head).toMatchObject({ label: 'mallory:feature', sha: head, repo: { fork: true } });
    const { data } = await octokit.rest.checks.create({ ...at, name: 'threatdiff', head_sha: head });
    expect(data.pull_requests).toEqual([]);
    const suites = await octokit.rest.checks.listSuitesForRef({ ...at, ref: head });
    expect(suites.data.check_suites).toMatchObject([{ head_branch: null, pull_requests: [] }]);
  });

  it('satisfy a required check when neutral or skipped, and not when another app reports them', async () => {
    repository.requireCheck({ context: 'threatdiff', appId: standIn.appId });
    const head = await openPull();
    const run = { ...at, name: 'threatdiff', head_sha: head };
    const imposter = new (octokit.constructor as typeof Octokit)({
      baseUrl: standIn.url,
      auth: standIn.createActionsToken('acme/shop', { checks: 'write' }),
    });
    await imposter.rest.checks.create({ ...run, conclusion: 'success' });
    expect(repository.missingChecks(head)).toEqual(['threatdiff']);
    const { data } = await octokit.rest.checks.create(run);
    expect(repository.missingChecks(head)).toEqual(['threatdiff']);
    for (const conclusion of ['neutral', 'skipped', 'success'] as const) {
      await octokit.rest.checks.update({ ...at, check_run_id: data.id, conclusion });
      expect(repository.missingChecks(head)).toEqual([]);
    }
    await octokit.rest.checks.update({ ...at, check_run_id: data.id, conclusion: 'failure' });
    expect(repository.missingChecks(head)).toEqual(['threatdiff']);
    const foreign = repository.checkRuns(head).find((each) => !each.app)?.id ?? 0;
    const change = refusal(octokit.rest.checks.update({ ...at, check_run_id: foreign, conclusion: 'failure' }));
    expect(await change).toMatchObject({ status: 403, message: expect.stringContaining('GitHub App that created it') });
  });

  it('need a commit that exists', async () => {
    const request = octokit.rest.checks.create({ ...at, name: 'threatdiff', head_sha: 'f'.repeat(40) });
    expect(await refusal(request)).toMatchObject({ status: 422, message: expect.stringContaining('No commit found') });
  });
});

describe('reviews', () => {
  const review = (comments: object[]): Promise<unknown> =>
    octokit.rest.pulls.createReview({ ...at, pull_number: 1, event: 'COMMENT', comments: comments as never });
  const body = 'b';

  it('are refused whole when one comment is off the difference', async () => {
    await openPull();
    const good = { path: 'main.tf', line: 10, side: 'RIGHT', body };
    const off = { path: 'main.tf', line: 20, side: 'RIGHT', body };
    expect(await refusal(review([good, off]))).toMatchObject({
      status: 422,
      message: expect.stringContaining('Line could not be resolved'),
    });
    const elsewhere = { path: 'gone.tf', line: 1, body };
    expect(await refusal(review([elsewhere]))).toMatchObject({
      status: 422,
      message: expect.stringContaining('Path could not be resolved'),
    });
    expect(repository.pull(1).reviewComments).toEqual([]);
    await review([
      good,
      { path: 'main.tf', line: 10, side: 'LEFT', body },
      { path: 'main.tf', start_line: 8, line: 11, body },
    ]);
    expect(repository.pull(1).reviewComments.map((each) => [each.side, each.startLine, each.line])).toEqual([
      ['RIGHT', null, 10],
      ['LEFT', null, 10],
      ['RIGHT', 8, 11],
    ]);
  });

  it('refuse a single comment off the difference, and a range across hunks', async () => {
    const head = await openPull();
    const single = { ...at, pull_number: 1, commit_id: head, path: 'main.tf', body };
    const off = await refusal(octokit.rest.pulls.createReviewComment({ ...single, line: 20 }));
    expect(off).toMatchObject({
      status: 422,
      message: expect.stringContaining('pull_request_review_thread.line must be part of the diff'),
    });
    const range = { ...single, start_line: 12, line: 10 };
    expect(await refusal(octokit.rest.pulls.createReviewComment(range))).toMatchObject({ status: 422 });
  });

  it('cannot approve their own pull request, and may be pending once', async () => {
    await openPull();
    const pending = octokit.rest.pulls.createReview({
      ...at,
      pull_number: 1,
      comments: [{ path: 'new.tf', line: 1, body }],
    });
    expect((await pending).data).not.toHaveProperty('submitted_at');
    expect((await octokit.rest.pulls.listReviewComments({ ...at, pull_number: 1 })).data).toEqual([]);
    expect(await refusal(octokit.rest.pulls.createReview({ ...at, pull_number: 1 }))).toMatchObject({ status: 422 });
    repository.commit({ branch: 'own', files: { 'own.tf': 'x\n' } });
    repository.openPullRequest({ head: 'own', user: standIn.botLogin });
    const own = octokit.rest.pulls.createReview({ ...at, pull_number: 2, event: 'APPROVE' });
    expect(await refusal(own)).toMatchObject({
      status: 422,
      message: expect.stringContaining('your own pull request'),
    });
  });

  it('follow their line over a push, and are outdated when it is gone', async () => {
    await openPull();
    await review([
      { path: 'main.tf', line: 10, body: 'stays' },
      { path: 'new.tf', line: 1, body: 'goes' },
    ]);
    const moved = `first\n${lines(30).replace('line 10\n', 'line ten\n')}`;
    repository.commit({ branch: 'feature', files: { 'main.tf': moved, 'new.tf': 'other\n' } });
    const { data } = await octokit.rest.pulls.listReviewComments({ ...at, pull_number: 1 });
    expect(data).toMatchObject([
      { body: 'stays', line: 11, original_line: 10, commit_id: repository.tip('feature') },
      { body: 'goes', line: null, position: null, original_line: 1 },
    ]);
  });
});

describe('conversations', () => {
  const writes = (commit: string) => {
    const pull = { ...at, pull_number: 1 };
    const line = { path: 'main.tf', line: 10, body: 'b' };
    return {
      review: (): Promise<unknown> => octokit.rest.pulls.createReview({ ...pull, event: 'COMMENT', comments: [line] }),
      comment: (): Promise<unknown> => octokit.rest.pulls.createReviewComment({ ...pull, ...line, commit_id: commit }),
      words: (): Promise<unknown> => octokit.rest.issues.createComment({ ...at, issue_number: 1, body: 'b' }),
    };
  };

  it('that are locked take nothing from an app', async () => {
    const all = writes(await openPull());
    repository.lock(1);
    expect(await refusal(all.review())).toMatchObject({
      status: 422,
      message: expect.stringContaining('lock prevents review'),
    });
    expect(await refusal(all.comment())).toMatchObject({ status: 422 });
    expect(await refusal(all.words())).toMatchObject({
      status: 403,
      message: expect.stringContaining('issue is locked'),
    });
    repository.lock(1, false);
    for (const write of Object.values(all)) expect(await refusal(write())).toMatchObject({ status: 200 });
  });

  it('take comments on whole files of the difference, which are never outdated', async () => {
    const commit_id = await openPull();
    const onFile = { ...at, pull_number: 1, commit_id, body: 'b', subject_type: 'file' } as const;
    const { data } = await octokit.rest.pulls.createReviewComment({ ...onFile, path: 'main.tf' });
    expect(data).toMatchObject({ subject_type: 'file', line: null });
    const off = await refusal(octokit.rest.pulls.createReviewComment({ ...onFile, path: 'gone.tf' }));
    expect(off).toMatchObject({ status: 422 });
    repository.commit({ branch: 'feature', files: { 'main.tf': lines(3) } });
    expect(repository.pull(1).reviewComments).toMatchObject([{ subject: 'file', line: null }]);
    expect(standIn.violations()).toEqual([]);
  });

  it('keep the answers to a comment that is deleted', async () => {
    await writes(await openPull()).review();
    const [first] = repository.pull(1).reviewComments;
    repository.replyToReviewComment(1, first?.id ?? 0, 'ann', 'No.');
    repository.resolveThread(1, first?.id ?? 0, 'ann');
    repository.deleteReviewComment(1, first?.id ?? 0);
    expect(repository.pull(1).reviewComments.map(({ user, body }) => [user, body])).toEqual([['ann', 'No.']]);
  });
});

describe('texts', () => {
  it('are refused above 65,536 characters and when blank', async () => {
    const head = await openPull();
    const comment = (body: string): Promise<unknown> =>
      octokit.rest.issues.createComment({ ...at, issue_number: 1, body });
    const tooLong = await refusal(comment('x'.repeat(65_537)));
    expect(tooLong).toMatchObject({ status: 422, message: expect.stringContaining('maximum is 65536 characters') });
    expect(await refusal(comment('x'.repeat(65_536)))).toMatchObject({ status: 200 });
    expect(await refusal(comment(' '))).toMatchObject({ status: 422 });
    const long = { path: 'main.tf', line: 10, body: 'x'.repeat(65_537) };
    const review = { ...at, pull_number: 1, commit_id: head, comments: [long] };
    expect(await refusal(octokit.rest.pulls.createReview({ ...review, event: 'COMMENT' }))).toMatchObject({
      status: 422,
    });
  });
});

describe('form', () => {
  it('is held to the description, and what does not fit is remembered', async () => {
    await openPull();
    const unknown = octokit.request('POST /repos/acme/shop/issues/1/comments', { body: 'b', colour: 'red' });
    expect(await refusal(unknown)).toMatchObject({ status: 422, message: expect.stringContaining('"colour"') });
    const wrong = octokit.request('GET /repos/acme/shop/pulls', { state: 'opened' });
    expect(await refusal(wrong)).toMatchObject({ status: 422 });
    const other = octokit.request('GET /repos/acme/shop/labels');
    expect(await refusal(other)).toMatchObject({ status: 404 });
    expect(standIn.violations()).toEqual([
      expect.stringContaining('issues/create-comment'),
      expect.stringContaining('pulls/list'),
      expect.stringContaining('GET /repos/acme/shop/labels is not among the operations in use'),
    ]);
  });
});

describe('limits', () => {
  const many = (count: number): Record<string, string> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`files/f${index}.tf`, `${index}\n`]));

  it('stop the list of files, the comparison, the difference and the tree', async () => {
    await standIn.stop();
    await begin({ listedFiles: 7, comparedFiles: 5, diffFiles: 6, treeEntries: 4, listedCommits: 2 });
    for (const part of [1, 2, 3]) repository.commit({ branch: 'feature', files: many(part * 3) });
    repository.openPullRequest({ head: 'feature' });
    const pull = { ...at, pull_number: 1 };
    expect((await octokit.rest.pulls.get(pull)).data.changed_files).toBe(9);
    expect(await octokit.paginate(octokit.rest.pulls.listFiles, { ...pull, per_page: 3 })).toHaveLength(7);
    expect((await octokit.rest.pulls.listCommits(pull)).data).toHaveLength(2);
    const compared = await octokit.rest.repos.compareCommitsWithBasehead({ ...at, basehead: 'main...feature' });
    expect(compared.data.files).toHaveLength(5);
    const diff = octokit.rest.pulls.get({ ...pull, mediaType: { format: 'diff' } });
    expect(await refusal(diff)).toMatchObject({
      status: 406,
      message: expect.stringContaining('maximum number of files (6)'),
    });
    const tree = await octokit.rest.git.getTree({ ...at, tree_sha: 'feature', recursive: 'true' });
    expect(tree.data).toMatchObject({ truncated: true });
    expect(tree.data.tree).toHaveLength(4);
    expect(standIn.violations()).toEqual([]);
  });

  it('give a difference as text below them, and refuse one with too many lines', async () => {
    await standIn.stop();
    await begin({ diffLines: 40 });
    await openPull();
    const diff = { ...at, pull_number: 1, mediaType: { format: 'diff' } } as const;
    expect((await octokit.rest.pulls.get(diff)).data).toContain('--- a/main.tf\n+++ b/main.tf\n@@ -7,7 +7,7 @@');
    repository.commit({ branch: 'feature', files: { 'long.tf': lines(60) } });
    expect(await refusal(octokit.rest.pulls.get(diff))).toMatchObject({ status: 406 });
  });
});

describe('merge groups', () => {
  it('are real commits on a branch of the queue', async () => {
    await openPull();
    repository.commit({ branch: 'second', files: { 'second.tf': 's\n' }, from: 'main' });
    repository.openPullRequest({ head: 'second' });
    const group = repository.createMergeGroup(1, 2);
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
      ...at,
      basehead: `${group.base_sha}...${group.head_sha}`,
    });
    expect(data.files?.map((file) => file.filename)).toEqual(['main.tf', 'new.tf', 'second.tf']);
    expect(group).toMatchObject({ base_sha: repository.tip('main'), base_ref: 'refs/heads/main' });
    expect(group.head_ref).toMatch(/^refs\/heads\/gh-readonly-queue\/main\/pr-2-/);
    expect(standIn.violations()).toEqual([]);
  });
});
