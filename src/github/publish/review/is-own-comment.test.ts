/** Ours is what we wrote, whichever of GitHub's two answers says so; and nobody else's, whatever they are called. */
import { describe, expect, it } from 'vitest';
import { isOwnComment } from './is-own-comment.ts';

const APP = { appId: 7, slug: 'threatdiff' };
const WORKFLOW = { tokenUserId: 41898282, slug: 'github-actions' };
const PERSON = { tokenUserId: 5, slug: undefined };
const bot = (login: string, databaseId = 1) => ({ __typename: 'Bot', login, databaseId });
const person = (login: string, databaseId = 1) => ({ __typename: 'User', login, databaseId });

describe('a comment is ours', () => {
  it.each([
    ['the App asks and wrote it', APP, bot('renamed'), true],
    ['its author is our App, as GraphQL names it', APP, bot('threatdiff'), false],
    ['its author is our App, as REST names it', APP, bot('Threatdiff[bot]'), false],
    ['its author is the bot of workflows', WORKFLOW, bot('github-actions'), false],
    ['its author is the account of the token', WORKFLOW, bot('something', 41898282), false],
    ['the token asks and wrote it', WORKFLOW, bot('something'), true],
    ['its author is the person of the token', PERSON, person('ann', 5), false],
  ])('where %s', (_, identity, author, viewerDidAuthor) => {
    expect(isOwnComment({ author, viewerDidAuthor }, identity)).toBe(true);
  });
});

describe('a comment is not ours', () => {
  it.each([
    ['another bot wrote it', APP, bot('renovate'), false],
    ['the App is not named and another bot wrote it', { appId: 7 }, bot('threatdiff'), false],
    ['a person is called like our App', APP, person('threatdiff'), false],
    ['a person wrote it through our App', APP, person('ann'), true],
    ['a bot has the id of nobody', PERSON, bot('undefined'), false],
    ['a person is called like the bot of workflows', WORKFLOW, person('github-actions'), false],
    ['its account is deleted', APP, null, true],
  ])('where %s', (_, identity, author, viewerDidAuthor) => {
    expect(isOwnComment({ author, viewerDidAuthor }, identity)).toBe(false);
  });
});
