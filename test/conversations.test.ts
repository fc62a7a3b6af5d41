/**
 * Golden conversations: five pushes to a pull request through the real App, and what its reader sees after each.
 * `UPDATE_GOLDEN=1` writes the expectations; a person reads the difference before it is committed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestApp } from './app/start-app.ts';
import { playConversation } from './conversations/play-conversation.ts';
import { readConversations, type Story } from './conversations/read-conversations.ts';
import type { RepositoryHandle } from './github/repository-handle.ts';

const update = process.env['UPDATE_GOLDEN'] === '1';
const stories = readConversations();
const WRITES = [
  'pulls/create-review',
  'pulls/create-reply-for-review-comment',
  'pulls/update-review-comment',
  'pulls/delete-review-comment',
  'issues/create-comment',
  'issues/update-comment',
] as const;
const KINDS = ['429', '5xx', 'drop', 'drop-answer'] as const;

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ host: { second: 5 } });
});
afterAll(async () => {
  const violations = app.standIn.violations();
  await app.stop();
  expect(violations).toEqual([]);
});

const fileOf = ({ folder }: Story, push: number): string => join(folder, `push-${push}.expected.md`);

function expectedOf(story: Story): readonly string[] {
  return story.pushes.map((_, index) => readFileSync(fileOf(story, index + 1), 'utf8'));
}

/** Somebody presses "Re-run": the work is done again on the same commit, and nobody is told twice. */
async function runAgain(repository: RepositoryHandle): Promise<readonly string[]> {
  const head = repository.tip('change');
  const last = repository.checkRuns(head).at(-1);
  app.standIn.takeRaised();
  app.standIn.forgetRequests();
  repository.rerequestCheck(last?.id ?? 0, 'ann');
  await app.deliver();
  await app.settle();
  expect(repository.checkRuns(head).at(-1)?.id).not.toBe(last?.id);
  return app.standIn
    .requests()
    .filter(({ method }) => method !== 'GET')
    .map(({ operation }) => operation)
    .filter((operation) => /^(?:pulls|issues)\//.test(operation));
}

describe.each(stories)('the conversation $name', (story) => {
  it('reads as expected, and a run again on the same commit says nothing', async () => {
    const again: string[] = [];
    const seen = await playConversation(app, story, {
      owner: story.name,
      answered: async (repository) => void again.push(...(await runAgain(repository))),
    });
    if (update) for (const [index, text] of seen.entries()) writeFileSync(fileOf(story, index + 1), text);
    expect(seen).toEqual(expectedOf(story));
    expect(again).toEqual([]);
  }, 120_000);
});

describe('a conversation on a GitHub that fails', () => {
  it.each([0, 1, 2, 3])(
    'reads the same while every kind of write fails once in each push (%i)',
    async (turn) => {
      // It has every kind of write.
      const story = stories.find(({ name }) => name === 'with-contents-write');
      if (story === undefined) throw new Error('there is such a conversation');
      const failed = new Set<string>();
      const seen = await playConversation(app, story, {
        owner: `${story.name}-${turn}`,
        before: (push) => {
          for (const [index, operation] of WRITES.entries()) {
            const kind = KINDS[(index + push + turn) % KINDS.length] ?? 'drop';
            app.standIn.fail({ kind, match: { operation }, retryAfter: 1 });
          }
        },
        answered: (repository) => {
          const { fullName } = repository;
          const struck = app.standIn
            .requests()
            .filter(({ fault, path }) => fault !== undefined && path.includes(fullName));
          for (const { operation } of struck) failed.add(operation);
          return Promise.resolve();
        },
      });
      expect(seen.map(withoutOwner)).toEqual(expectedOf(story).map(withoutOwner));
      expect([...failed].sort()).toEqual([...WRITES].sort());
    },
    120_000,
  );
});

/** Each run has an owner of its own. */
function withoutOwner(text: string): string {
  return text.replaceAll(/github\.example\/[\w-]+\//g, 'github.example/OWNER/');
}
