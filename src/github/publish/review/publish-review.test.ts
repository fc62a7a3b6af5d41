/** Review comments on a GitHub that refuses, fails and has people on it: everything once, no word of a person lost. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GitHubStandIn } from '../../../../test/github/stand-in.ts';
import { type OpenedPullRequest, openPullRequest } from '../../../../test/publishing/open-pull-request.ts';
import type { Review } from '../../../reporters/conversation/review-of.ts';
import type { ReviewComment } from '../../../reporters/review-comments/review-comment.ts';
import { readConversation } from './read-conversation.ts';
import { publishReview, type ReviewOutcome, type ReviewRequest } from './publish-review.ts';

const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}\n`).join('');
const FAULTS = ['5xx', 'drop', 'drop-answer', '429', 'secondary-limit'] as const;

let standIn: GitHubStandIn;
let open: OpenedPullRequest;
let tests = 0;
beforeAll(async () => {
  standIn = await GitHubStandIn.start();
});
beforeEach(() => {
  tests += 1;
  open = openPullRequest(standIn, `reviewed-${tests}`);
  push(lines(9));
});
afterAll(async () => {
  const violations = standIn.violations();
  await standIn.stop();
  expect(violations).toEqual([]);
});

function push(content: string): void {
  open.repository.commit({ branch: 'change', files: { 'main.tf': content } });
}

function at(line: number, ...fingerprints: readonly string[]): ReviewComment {
  const place = { kind: 'lines', side: 'RIGHT', line } as const;
  return { fingerprints, path: 'main.tf', place, body: `About ${fingerprints.join(' and ')}.` };
}

function publish(
  comments: readonly ReviewComment[],
  part: Partial<Review> = {},
  before: Partial<ReviewRequest> = {},
): Promise<ReviewOutcome> {
  const named = new Set(comments.flatMap(({ fingerprints }) => fingerprints));
  const review: Review = {
    headSha: open.repository.tip('change'),
    link: () => undefined,
    blocks: comments.length > 0,
    comments: () => comments,
    fate: (each) => (named.has(each) ? 'blocks' : 'fixed'),
    ...part,
  };
  return publishReview(open.client, { target: open.conversation, review, timing: open.timing, ...before });
}

const written = () => open.repository.pull(1).reviewComments;
/** One line for each comment: who, where, the first line of what. */
const shown = () =>
  written().map(({ user, subject, line, body }) => {
    const place = subject === 'file' ? 'file' : (line ?? 'outdated');
    return `${user === standIn.botLogin ? 'we' : user} ${place}: ${body.split('\n')[0] ?? ''}`;
  });
const writes = () => standIn.requests().filter(({ method, operation }) => method !== 'GET' && operation !== 'graphql');

describe('new comments', () => {
  it('are one review without words of its own, found again by the same commit without a write', async () => {
    const { addresses, failure } = await publish([at(2, 'a'), at(5, 'b', 'c')]);
    expect(shown()).toEqual(['we 2: About a.', 'we 5: About b and c.']);
    expect(open.repository.pull(1).reviews).toMatchObject([{ body: '', state: 'COMMENTED' }]);
    expect([...addresses.keys()]).toEqual(['a', 'b', 'c']);
    expect(failure).toBeUndefined();
    standIn.forgetRequests();
    expect((await publish([at(2, 'a'), at(5, 'b', 'c')])).addresses).toEqual(addresses);
    expect(standIn.countRequests()).toEqual({ graphql: 1, 'pulls/list-files': 1 });
  });

  it('cost three requests, four where they are several, and none where nothing blocks and nobody ever wrote', async () => {
    standIn.forgetRequests();
    await publish([at(2, 'a')]);
    const reads = { graphql: 1, 'pulls/list-files': 1 };
    expect(standIn.countRequests()).toMatchObject({ ...reads, 'pulls/create-review-comment': 1 });
    standIn.forgetRequests();
    await publish([at(2, 'a'), at(3, 'b'), at(4, 'c')]);
    const several = { ...reads, 'pulls/create-review': 1, 'pulls/list-comments-for-review': 1 };
    expect(standIn.countRequests()).toEqual(several);
    standIn.forgetRequests();
    const review: Review = {
      ...{ headSha: '', link: () => undefined, blocks: false },
      ...{ comments: () => [], fate: () => 'fixed' },
    };
    const { conversation: target, timing } = open;
    await publishReview(open.client, {
      target,
      review,
      timing,
      known: { open: true, locked: false, headSha: '', threads: [] },
    });
    expect(standIn.requests()).toEqual([]);
  });

  it('whose places are known cost one request each time, beside threads that stay as they are', async () => {
    const wanted = [at(2, 'a'), at(5, 'b')];
    for (const count of [1, 2]) {
      const known = await readConversation(open.client, open.conversation);
      standIn.forgetRequests();
      const comments = wanted.slice(0, count);
      const { addresses } = await publish(comments, {}, { known, located: () => Promise.resolve(comments) });
      expect(standIn.countRequests()).toEqual({ 'pulls/create-review-comment': 1 });
      expect(addresses.size).toBe(count);
    }
    expect(shown()).toEqual(['we 2: About a.', 'we 5: About b.']);
  });

  it.each([1, 2])(
    "of which %i stands where GitHub's difference has no line are asked GitHub's patches for",
    async (count) => {
      const wanted = [at(2, 'a'), at(5, 'b')].slice(0, count);
      const known = await readConversation(open.client, open.conversation);
      const elsewhere = [at(99, 'a'), ...wanted.slice(1)];
      standIn.forgetRequests();
      const { addresses, failure } = await publish(wanted, {}, { known, located: () => Promise.resolve(elsewhere) });
      expect(standIn.countRequests()).toMatchObject({ 'pulls/list-files': 1 });
      expect(shown()).toEqual(['we 2: About a.', 'we 5: About b.'].slice(0, count));
      expect([addresses.size, failure]).toEqual([count, undefined]);
    },
  );

  it.each([1, 2, 3, 5])('that GitHub refuses go to their file, and %i others are not lost', async (others) => {
    const good = Array.from({ length: others }, (_, index) => at(index + 1, `good${index}`));
    const { addresses } = await publish([...good.slice(0, 1), at(99, 'bad'), ...good.slice(1)]);
    expect(shown().sort()).toEqual([
      ...good.map((_, index) => `we ${index + 1}: About good${index}.`),
      'we file: About bad.',
    ]);
    expect(addresses.size).toBe(others + 1);
    standIn.forgetRequests();
    await publish([...good.slice(0, 1), at(99, 'bad'), ...good.slice(1)]);
    expect(writes()).toEqual([]);
  });

  it('on a file nobody changed stand in the summary only', async () => {
    const { addresses, failure } = await publish([at(2, 'a'), { ...at(2, 'b'), path: 'other.tf' }]);
    expect([...addresses.keys()]).toEqual(['a']);
    expect(failure).toBeUndefined();
  });

  it('that span lines, or are about removed ones, stand where they belong', async () => {
    open.repository.commit({ branch: 'main', files: { 'old.tf': lines(3) } });
    open.repository.commit({ branch: 'change', files: { 'old.tf': lines(2) }, merges: [open.repository.tip('main')] });
    open.repository.pull(1).base.sha = open.repository.tip('main');
    const span = { kind: 'lines', side: 'RIGHT', startLine: 2, line: 4 } as const;
    const removed = { kind: 'lines', side: 'LEFT', line: 3 } as const;
    const wanted = [
      { ...at(2, 'a'), place: span },
      { ...at(3, 'b'), path: 'old.tf', place: removed },
      { ...at(1, 'c'), place: { kind: 'file' } as const },
    ];
    await publish(wanted);
    expect(written()).toMatchObject([
      { startLine: 2, line: 4, side: 'RIGHT' },
      { path: 'old.tf', line: 3, side: 'LEFT', startLine: null },
      { subject: 'file' },
    ]);
    standIn.forgetRequests();
    await publish(wanted);
    expect(writes()).toEqual([]);
  });

  it('are not written on another head, a closed or a locked conversation; the latter is said', async () => {
    await publish([at(2, 'a')], { headSha: 'f'.repeat(40) });
    open.repository.lock(1);
    expect((await publish([at(2, 'a')])).failure).toBe('the conversation is locked');
    open.repository.lock(1, false);
    open.repository.closePullRequest(1);
    await publish([at(2, 'a')]);
    expect(shown()).toEqual([]);
  });

  it('that may not be written are said, not thrown', async () => {
    standIn.setPermissions(open.installation, { metadata: 'read', contents: 'read', pull_requests: 'read' });
    expect((await publish([at(2, 'a')])).failure).toContain('pull_requests=write');
  });
});

describe('comments that are there', () => {
  it("are taken for ours only when we wrote them, whatever anybody else's say", async () => {
    await publish([at(2, 'a')]);
    const [own] = written();
    if (own === undefined) throw new Error('there is a comment');
    open.repository.pull(1).reviewComments = [{ ...own, user: 'mallory' }];
    await publish([at(2, 'a')]);
    expect(shown()).toEqual(['mallory 2: About a.', 'we 2: About a.']);
    await publish([]);
    expect(shown()).toEqual(['mallory 2: About a.']);
  });

  it('follow their line; are posted anew where it is gone; change their words in place', async () => {
    await publish([at(5, 'a')]);
    push(`first\n${lines(9)}`);
    standIn.forgetRequests();
    await publish([at(6, 'a')]);
    expect(writes()).toEqual([]);
    push(lines(9).replace('line 5\n', 'line five\n'));
    expect(shown()).toEqual(['we outdated: About a.']);
    await publish([at(5, 'a')]);
    expect(shown()).toEqual(['we 5: About a.']);
    await publish([{ ...at(5, 'a'), body: 'More about a.' }]);
    expect(shown()).toEqual(['we 5: More about a.']);
  });

  it('go when fixed; with an answer of a person they stay and are answered once, and again when they are back', async () => {
    standIn.setPermissions(open.installation, { metadata: 'read', contents: 'read', pull_requests: 'write' });
    await publish([at(2, 'a'), at(5, 'b')]);
    const [first] = written();
    open.repository.replyToReviewComment(1, first?.id ?? 0, 'ann', 'Why?');
    const fixed = open.repository.tip('change').slice(0, 7);
    await publish([]);
    await publish([]);
    expect(shown()).toEqual(['we 2: About a.', 'ann 2: Why?', `we 2: Fixed in ${fixed}.`]);
    push(`${lines(9)}more\n`);
    await publish([at(2, 'a')]);
    await publish([at(2, 'a')]);
    const back = open.repository.tip('change').slice(0, 7);
    expect(shown().slice(3)).toEqual([`we 2: Back in ${back}.`]);
    expect(written()[0]?.resolvedBy).toBeNull();
  });

  it('are resolved and opened again where we may write contents', async () => {
    standIn.setPermissions(open.installation, { metadata: 'read', contents: 'write', pull_requests: 'write' });
    await publish([at(2, 'a')]);
    open.repository.replyToReviewComment(1, written()[0]?.id ?? 0, 'ann', 'Why?');
    await publish([]);
    expect(written()[0]?.resolvedBy).toBe(standIn.botLogin);
    await publish([at(2, 'a')]);
    expect(written()[0]?.resolvedBy).toBeNull();
  });

  it('are looked at again before one is deleted: somebody may have answered since they were read', async () => {
    await publish([at(2, 'a')]);
    const known = await readConversation(open.client, open.conversation);
    open.repository.replyToReviewComment(1, written()[0]?.id ?? 0, 'ann', 'Why?');
    const { client, conversation: target, timing } = open;
    const review: Review = {
      ...{ headSha: open.repository.tip('change'), link: () => undefined, blocks: false },
      ...{ comments: () => [], fate: () => 'fixed' },
    };
    await publishReview(client, { target, review, timing, known });
    expect(shown()).toHaveLength(3);
  });

  it('of two workers become one', async () => {
    await publish([at(2, 'a')]);
    const [first] = written();
    if (first === undefined) throw new Error('there is a comment');
    written().push({ ...first, id: first.id + 1000 });
    await publish([at(2, 'a')]);
    expect(written().map(({ id }) => id)).toEqual([first.id]);
  });

  it('leave the answers of people where somebody deleted the first comment', async () => {
    await publish([at(2, 'a')]);
    const id = written()[0]?.id ?? 0;
    open.repository.replyToReviewComment(1, id, 'ann', 'Why?');
    open.repository.deleteReviewComment(1, id);
    await publish([]);
    expect(shown()).toEqual(['ann 2: Why?']);
  });

  it('are found among more than a hundred threads', async () => {
    await publish([at(2, 'a')]);
    const [own] = written();
    if (own === undefined) throw new Error('there is a comment');
    const others = Array.from({ length: 120 }, (_, index) => ({ ...own, id: own.id - 1 - index, user: 'ann' }));
    open.repository.pull(1).reviewComments = [...others, own];
    await publish([]);
    expect(written()).toHaveLength(120);
  });
});

describe('while GitHub fails', () => {
  const operations = ['create-review', 'list-comments-for-review', 'create-review-comment'] as const;
  const cases = operations.flatMap((operation) => FAULTS.map((kind) => [operation, kind] as const));

  it.each(cases)('nothing is posted twice or lost: %s, %s', async (operation, kind) => {
    const wanted = [at(2, 'a'), at(99, 'b'), at(5, 'c')];
    standIn.fail({ kind, match: { operation: `pulls/${operation}` }, retryAfter: 1 });
    await publish(wanted);
    const { addresses, failure } = await publish(wanted);
    expect(shown().sort()).toEqual(['we 2: About a.', 'we 5: About c.', 'we file: About b.']);
    expect(failure).toBeUndefined();
    expect(addresses.size).toBe(3);
  });

  it.each(FAULTS)('people are answered once: %s', async (kind) => {
    standIn.setPermissions(open.installation, { metadata: 'read', contents: 'write', pull_requests: 'write' });
    await publish([at(2, 'a'), at(3, 'b'), at(4, 'c')]);
    open.repository.replyToReviewComment(1, written()[0]?.id ?? 0, 'ann', 'Why?');
    for (const operation of ['create-reply-for-review-comment', 'update-review-comment', 'delete-review-comment']) {
      standIn.fail({ kind, match: { operation: `pulls/${operation}` }, retryAfter: 1 });
    }
    standIn.fail({ kind, match: { operation: 'graphql' }, after: 1, retryAfter: 1 });
    const wanted = [{ ...at(3, 'b'), body: 'Still b.' }];
    await publish(wanted);
    await publish(wanted);
    const fixed = open.repository.tip('change').slice(0, 7);
    expect(shown()).toEqual(['we 2: About a.', 'we 3: Still b.', 'ann 2: Why?', `we 2: Fixed in ${fixed}.`]);
    expect(written()[0]?.resolvedBy).toBe(standIn.botLogin);
  });

  it.each([1, 2])('a look that is a moment old posts nothing twice: %i comments', async (count) => {
    const operation = count === 1 ? 'pulls/create-review-comment' : 'pulls/create-review';
    standIn.fail({ kind: 'drop-answer', match: { operation } });
    standIn.fail({ kind: 'stale', match: { operation: 'graphql' }, after: 1 });
    await publish([at(2, 'a'), at(5, 'b')].slice(0, count));
    expect(shown()).toEqual(['we 2: About a.', 'we 5: About b.'].slice(0, count));
  });

  it.each(FAULTS)('one comment whose place is known is posted once, %s', async (kind) => {
    const wanted = [at(2, 'a')];
    const known = await readConversation(open.client, open.conversation);
    standIn.fail({ kind, match: { operation: 'pulls/create-review-comment' }, retryAfter: 1 });
    await publish(wanted, {}, { known, located: () => Promise.resolve(wanted) });
    const { addresses, failure } = await publish(wanted);
    expect([shown(), addresses.size, failure]).toEqual([['we 2: About a.'], 1, undefined]);
  });
});
