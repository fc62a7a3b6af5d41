/** One comment, of our own, in place; silence where nothing is to say; and never in the way of the check. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GitHubStandIn } from '../../../test/github/stand-in.ts';
import { type OpenedPullRequest, openPullRequest } from '../../../test/publishing/open-pull-request.ts';
import type { CheckRunReport } from '../../reporters/check-run/check-run-report.ts';
import { publishReport } from './publish-report.ts';
import { startCheckRun } from './start-check-run.ts';
import { upsertSummaryComment } from './upsert-summary-comment.ts';

const MARKER = '<!-- threatdiff: summary -->';
const blocked = { body: '### Blocked', worthSaying: true };
const clean = { body: '### Clean', worthSaying: false };

let standIn: GitHubStandIn;
let tests = 0;
let open: OpenedPullRequest;
beforeAll(async () => {
  standIn = await GitHubStandIn.start();
});
beforeEach(() => {
  tests += 1;
  open = openPullRequest(standIn, `acme-${tests}`);
});
afterAll(async () => {
  const violations = standIn.violations();
  await standIn.stop();
  expect(violations).toEqual([]);
});

const upsert = (report = blocked) => upsertSummaryComment(open.client, open.conversation, report, open.timing);
const comments = () => open.repository.state.comments;
const bodies = (): readonly string[] => comments().map(({ body }) => body);
const WRITTEN = `### Blocked\n\n${MARKER}\n`;

describe('upsertSummaryComment', () => {
  it('writes one comment, and nothing where its text is the same', async () => {
    expect((await upsert()).outcome).toBe('created');
    standIn.forgetRequests();
    expect((await upsert()).outcome).toBe('unchanged');
    expect(standIn.countRequests()).toEqual({ 'issues/list-comments': 1 });
    expect(bodies()).toEqual([WRITTEN]);
  });

  it('leaves a comment as it is where only the run behind its report is another one', async () => {
    const body = (run: number, after = 'a1') =>
      `### Blocked\n\n<sub>before \`b\` · after \`${after}\` · [full report](<https://github.example/runs/${run}>)</sub>`;
    const write = (text: string) => upsert({ body: text, worthSaying: true });
    expect((await write(body(1))).outcome).toBe('created');
    expect((await write(body(2))).outcome).toBe('unchanged');
    expect((await write(body(3, 'a2'))).outcome).toBe('updated');
  });

  it('says nothing about a change that moves nothing', async () => {
    expect(await upsert(clean)).toEqual({ outcome: 'silent' });
    expect(bodies()).toEqual([]);
  });

  it('says that it is clean now where it said otherwise', async () => {
    await upsert();
    expect((await upsert(clean)).outcome).toBe('updated');
    expect(bodies()).toEqual([`### Clean\n\n${MARKER}\n`]);
  });

  it('writes a deleted comment again only when there is something to say', async () => {
    await upsert();
    open.repository.state.comments = [];
    await upsert(clean);
    expect(bodies()).toEqual([]);
    await upsert();
    expect(bodies()).toEqual([WRITTEN]);
  });

  it("takes nobody else's marker for its own", async () => {
    open.repository.comment(1, 'mallory', `Approved!\n\n${MARKER}\n`);
    const own = `${open.repository.owner}/shop`;
    const token = standIn.createActionsToken(own, { pull_requests: 'write' });
    await fetch(`${standIn.url}/repos/${own}/issues/1/comments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'user-agent': 'x', 'content-type': 'application/json' },
      body: JSON.stringify({ body: MARKER }),
    });
    expect((await upsert()).outcome).toBe('created');
    expect(bodies()).toEqual([`Approved!\n\n${MARKER}\n`, MARKER, WRITTEN]);
  });

  it('repairs a comment that somebody edited, and finds it as long as its line is there', async () => {
    await upsert();
    const [comment] = comments();
    if (comment !== undefined) comment.body = `all good\r\n${MARKER}\r\nreally`;
    expect((await upsert()).outcome).toBe('updated');
    expect(bodies()).toEqual([WRITTEN]);
  });

  it('keeps the oldest of several and deletes the others', async () => {
    await upsert();
    const [first] = comments();
    if (first === undefined) throw new Error('there is a comment');
    open.repository.comment(1, 'octocat', 'In between.');
    comments().push(
      { ...first, id: first.id + 1000 },
      { ...first, id: first.id + 1001, body: 'About something else.' },
    );
    await upsert(clean);
    expect(comments().map(({ id, body }) => [id, body])).toEqual([
      [first.id, `### Clean\n\n${MARKER}\n`],
      [expect.any(Number), 'In between.'],
      [first.id + 1001, 'About something else.'],
    ]);
  });

  it('finds its comment on the second page', async () => {
    for (let index = 0; index < 100; index += 1) open.repository.comment(1, 'octocat', `Comment ${index}`);
    await upsert();
    expect((await upsert(clean)).outcome).toBe('updated');
    expect(bodies()).toHaveLength(101);
  });

  it.each(['5xx', 'drop', 'drop-answer', '429', 'secondary-limit'] as const)('is there once after %s', async (kind) => {
    standIn.fail({ kind, match: { operation: 'issues/create-comment' }, retryAfter: 1 });
    await upsert();
    await upsert();
    expect(bodies()).toEqual([WRITTEN]);
  });

  it.each(['5xx', 'drop', 'drop-answer', '429'] as const)('is updated after %s', async (kind) => {
    await upsert();
    standIn.fail({ kind, match: { operation: 'issues/update-comment' }, retryAfter: 1 });
    await upsert(clean);
    expect(bodies()).toEqual([`### Clean\n\n${MARKER}\n`]);
  });

  it('answers what went wrong instead of throwing it', async () => {
    standIn.setPermissions(open.installation, { metadata: 'read', checks: 'write', pull_requests: 'read' });
    expect(await upsert()).toMatchObject({ outcome: 'failed', again: false });
    standIn.fail({ kind: '5xx', match: { operation: 'issues/list-comments' }, times: 9 });
    expect(await upsert()).toMatchObject({ outcome: 'failed', again: true });
    standIn.clearFaults();
    const gone = { ...open.conversation, pullRequest: 77 };
    const outcome = await upsertSummaryComment(open.client, gone, blocked, open.timing);
    expect(outcome).toMatchObject({ outcome: 'failed', again: false });
  });
});

describe('publishReport', () => {
  const check: CheckRunReport = {
    status: 'completed',
    conclusion: 'failure',
    title: 'failure: somebody can (1 blocking)',
    summary: 'What blocks.',
    annotations: [],
    notAnnotated: 0,
  };
  const wanted = {
    fingerprints: ['a'],
    path: 'main.tf',
    place: { kind: 'lines', side: 'RIGHT', line: 1 },
    body: 'Somebody can.',
  } as const;
  const review = {
    link: () => undefined,
    blocks: true,
    comments: () => [wanted],
    fate: () => 'blocks' as const,
  } as const;
  const report = (addresses: ReadonlyMap<string, string>) => ({
    ...blocked,
    body: addresses.has('a') ? blocked.body : '### Without the review comment',
  });
  const posted = () => open.repository.pull(1).reviewComments.map(({ body }) => body);
  const publish = async (stillHolds: boolean, annotations: CheckRunReport['annotations'] = []) =>
    publishReport(
      open.client,
      {
        run: await startCheckRun(open.client, open.check, open.timing),
        check: { ...check, annotations },
        comments: [{ target: open.conversation, report, review: { ...review, headSha: open.check.headSha } }],
        stillHolds: () => Promise.resolve(stillHolds ? { checks: undefined } : undefined),
      },
      { target: open.check, timing: open.timing },
    );
  const run = () => open.repository.checkRuns(open.check.headSha)[0];

  it('reviews, comments with links to the review, and concludes last', async () => {
    await publish(true);
    const own = standIn.requests().filter(({ operation }) => !operation.startsWith('apps/'));
    expect(own.map(({ operation }) => operation)).toEqual([
      'checks/list-for-ref',
      'checks/create',
      'pulls/list-files',
      'graphql',
      'pulls/create-review-comment',
      'issues/list-comments',
      'issues/create-comment',
      'checks/update',
    ]);
  });

  it('changes nothing when it is repeated', async () => {
    await publish(true);
    const state = () => ({ comments: comments(), posted: posted(), runs: open.repository.state.checkRuns });
    const before = structuredClone(state());
    const again = await publish(true);
    expect(again).toMatchObject({ comments: [{ outcome: 'unchanged' }], check: { outcome: 'already' } });
    expect(state()).toEqual(before);
  });

  it('concludes without the comment, and says so', async () => {
    standIn.setPermissions(open.installation, { metadata: 'read', checks: 'write', pull_requests: 'read' });
    await publish(true);
    expect(run()?.conclusion).toBe('failure');
    expect(run()?.output.summary).toMatch(
      /^The summary comment could not be written: .*\n\nNot all review comments could be written: .*\n\nWhat blocks\.$/,
    );
  });

  it('does not conclude a verdict on a state that is gone', async () => {
    expect((await publish(false)).check).toBeUndefined();
    expect(run()?.status).toBe('in_progress');
  });

  it.each([1, 2, 3, 4, 5, 6])('posts everything once while one request in five fails (seed %i)', async (seed) => {
    const annotations = Array.from({ length: 130 }, (_, index) => ({
      path: 'main.tf',
      start_line: index + 1,
      end_line: index + 1,
      annotation_level: 'failure' as const,
      title: 'A finding',
      message: 'Somebody can.',
    }));
    for (const [index, kind] of (['drop', 'drop-answer', '5xx'] as const).entries()) {
      const chance = { probability: 0.08, seed: seed * 10 + index };
      standIn.fail({ kind, chance, times: 10_000, match: { operation: /^(?:checks|issues|pulls|graphql)/ } });
    }
    let published = await publish(true, annotations).catch(() => undefined);
    for (let attempt = 0; attempt < 20 && published?.check === undefined; attempt += 1) {
      published = await publish(true, annotations).catch(() => undefined);
    }
    standIn.clearFaults();
    await publish(true, annotations);
    expect(open.repository.checkRuns(open.check.headSha)).toHaveLength(1);
    expect(run()?.conclusion).toBe('failure');
    expect(run()?.annotations.map((each) => each.start_line)).toEqual(annotations.map((each) => each.start_line));
    expect(bodies()).toEqual([WRITTEN]);
    expect(posted()).toEqual(['Somebody can.\n\n<!-- threatdiff:finding a -->\n']);
  });
});
