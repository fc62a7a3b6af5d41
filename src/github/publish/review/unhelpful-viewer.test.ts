/** Where GitHub does not tell an installation's token what it wrote, our comments are found by who wrote them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GitHubStandIn } from '../../../../test/github/stand-in.ts';
import { type OpenedPullRequest, openPullRequest } from '../../../../test/publishing/open-pull-request.ts';
import type { Review } from '../../../reporters/conversation/review-of.ts';
import type { GitHubClient } from '../../github-client.ts';
import { publishReview } from './publish-review.ts';
import { readConversation } from './read-conversation.ts';

let standIn: GitHubStandIn;
let open: OpenedPullRequest;

beforeAll(async () => {
  standIn = await GitHubStandIn.start();
  open = openPullRequest(standIn, 'acme');
});
afterAll(async () => {
  await standIn.stop();
});

/** The same connection, to which GitHub says of every comment that somebody else wrote it. */
function unhelpful(client: GitHubClient): GitHubClient {
  const query = async (...args: Parameters<GitHubClient['query']>): Promise<unknown> => {
    const answer = await client.query(...args);
    return JSON.parse(JSON.stringify(answer).replaceAll('"viewerDidAuthor":true', '"viewerDidAuthor":false'));
  };
  return new Proxy(client, {
    get: (target, name: keyof GitHubClient) => (name === 'query' ? query : bound(target, name)),
  });
}

function bound(client: GitHubClient, name: keyof GitHubClient): unknown {
  const value: unknown = client[name];
  return typeof value === 'function' ? value.bind(client) : value;
}

function review(): Review {
  const place = { kind: 'lines', side: 'RIGHT', line: 1 } as const;
  return {
    headSha: open.repository.tip('change'),
    link: () => undefined,
    blocks: true,
    comments: () => [{ fingerprints: ['a'], path: 'main.tf', place, body: 'About a.' }],
    fate: () => 'blocks',
  };
}

describe('a comment of ours', () => {
  it('is found by the name of our App, and not posted twice', async () => {
    const client = unhelpful(open.client);
    const slug = open.standIn.botLogin.replace('[bot]', '');
    const target = { ...open.conversation, identity: { appId: open.standIn.appId, slug } };
    for (let run = 0; run < 2; run += 1) await publishReview(client, { target, review: review(), timing: open.timing });
    expect(open.repository.pull(1).reviewComments.map(({ user }) => user)).toEqual([open.standIn.botLogin]);
    expect((await readConversation(client, target)).threads).toHaveLength(1);
    const nameless = { ...target, identity: { appId: open.standIn.appId } };
    expect((await readConversation(client, nameless)).threads).toEqual([]);
    expect((await readConversation(open.client, nameless)).threads).toHaveLength(1);
  });
});
