/**
 * Unmodified Octokit against the stand-in: one story from the webhook to the concluded check, with everything the App
 * reads and writes on the way.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GitHubStandIn } from './stand-in.ts';
import { installationClient } from './test-clients.ts';

const before = 'resource "aws_s3_bucket" "logs" {\n  bucket = "logs"\n}\n';
const after = 'resource "aws_s3_bucket" "logs" {\n  bucket = "logs"\n  acl    = "public-read"\n}\n';

describe('the story of a pull request', () => {
  let standIn: GitHubStandIn;
  beforeAll(async () => {
    standIn = await GitHubStandIn.start();
  });
  afterAll(async () => {
    await standIn.stop();
  });

  it('is read, checked, commented and reviewed', async () => {
    standIn.createOrganization('acme', ['ann']);
    const repository = standIn.createRepository({
      owner: 'acme',
      name: 'shop',
      private: true,
      files: { 'main.tf': before, 'docs/readme.md': '# Shop\n', 'logo.png': new Uint8Array([137, 80, 0, 1]) },
    });
    const installation = standIn.install({ account: 'acme' });
    repository.commit({
      branch: 'feature',
      files: { 'main.tf': after, 'new/queue.tf': 'resource "aws_sqs_queue" "q" {}\n' },
    });
    const pull = repository.openPullRequest({ head: 'feature', user: 'ann' });
    const octokit = installationClient(standIn, installation);
    const at = { owner: 'acme', repo: 'shop' };

    const { data: read } = await octokit.rest.pulls.get({ ...at, pull_number: pull.number });
    expect(read).toMatchObject({ number: 1, changed_files: 2, additions: 2, commits: 1, head: { sha: pull.head.sha } });

    const { data: tree } = await octokit.rest.git.getTree({ ...at, tree_sha: read.head.sha, recursive: '1' });
    expect(tree.truncated).toBe(false);
    expect(tree.tree.filter((each) => each.type === 'blob').map((each) => each.path)).toEqual([
      'docs/readme.md',
      'logo.png',
      'main.tf',
      'new/queue.tf',
    ]);

    const blob = tree.tree.find((each) => each.path === 'main.tf');
    const { data: content } = await octokit.rest.git.getBlob({ ...at, file_sha: blob?.sha ?? '' });
    expect(Buffer.from(content.content, 'base64').toString()).toBe(after);

    const { data: files } = await octokit.rest.pulls.listFiles({ ...at, pull_number: 1 });
    expect(files.map(({ filename, status, patch }) => ({ filename, status, patch }))).toEqual([
      {
        filename: 'main.tf',
        status: 'modified',
        patch: '@@ -1,3 +1,4 @@\n resource "aws_s3_bucket" "logs" {\n   bucket = "logs"\n+  acl    = "public-read"\n }',
      },
      { filename: 'new/queue.tf', status: 'added', patch: '@@ -0,0 +1 @@\n+resource "aws_sqs_queue" "q" {}' },
    ]);

    const { data: comparison } = await octokit.rest.repos.compareCommitsWithBasehead({
      ...at,
      basehead: 'main...feature',
    });
    expect(comparison).toMatchObject({ status: 'ahead', ahead_by: 1, behind_by: 0 });
    expect(comparison.merge_base_commit.sha).toBe(repository.tip('main'));

    const check = await octokit.rest.checks.create({
      ...at,
      name: 'threatdiff',
      head_sha: read.head.sha,
      status: 'in_progress',
    });
    await octokit.rest.pulls.createReview({
      ...at,
      pull_number: 1,
      commit_id: read.head.sha,
      event: 'COMMENT',
      comments: [{ path: 'main.tf', line: 3, side: 'RIGHT', body: 'Everybody may read the logs.' }],
    });
    const { data: comment } = await octokit.rest.issues.createComment({ ...at, issue_number: 1, body: 'Summary' });
    expect(comment).toMatchObject({ user: { login: 'threatdiff[bot]', type: 'Bot' } });
    await octokit.rest.issues.updateComment({ ...at, comment_id: comment.id, body: 'Summary, again' });
    const concluded = await octokit.rest.checks.update({
      ...at,
      check_run_id: check.data.id,
      conclusion: 'failure',
      output: {
        title: '1 blocks',
        summary: 'See below.',
        annotations: [{ path: 'main.tf', start_line: 3, end_line: 3, annotation_level: 'failure', message: 'Public' }],
      },
    });
    expect(concluded.data).toMatchObject({
      status: 'completed',
      conclusion: 'failure',
      pull_requests: [{ number: 1 }],
    });

    const { data: reviewComments } = await octokit.rest.pulls.listReviewComments({ ...at, pull_number: 1 });
    expect(reviewComments).toMatchObject([
      { path: 'main.tf', line: 3, diff_hunk: expect.stringContaining('public-read') },
    ]);
    const reply = { ...at, pull_number: 1, comment_id: reviewComments[0]?.id ?? 0, body: 'Fixed?' };
    await octokit.rest.pulls.createReplyForReviewComment(reply);
    expect(standIn.violations()).toEqual([]);
    expect(standIn.countRequests()).toMatchObject({
      'pulls/get': 1,
      'checks/update': 1,
      'apps/create-installation-access-token': 1,
    });
  });
});
