/**
 * Plays a written conversation on the stand-in with the real App: pushes, waits for the check, lets people write. Says
 * after each push what a reader sees; decides nothing about whether that is right.
 */
import type { TestApp } from '../app/start-app.ts';
import { readFolder } from '../github/git/read-folder.ts';
import type { RepositoryHandle } from '../github/repository-handle.ts';
import type { Act, Story } from './read-conversations.ts';
import { renderConversation } from './render-conversation.ts';

export interface PlayOptions {
  readonly owner: string;
  /** Before the webhooks of a push are sent; pushes count from 1. */
  readonly before?: (push: number) => void;
  /** When the App has answered a push, before people do. */
  readonly answered?: (repository: RepositoryHandle) => Promise<void>;
}

const NUMBER = 1;

/** What a reader sees after each push. */
export async function playConversation(app: TestApp, story: Story, options: PlayOptions): Promise<readonly string[]> {
  const { standIn } = app;
  const repository = standIn.createRepository({ owner: options.owner, name: 'shop', folder: story.base });
  const contents = story.contentsWrite ? 'write' : 'read';
  const permissions = { metadata: 'read', members: 'read', checks: 'write', pull_requests: 'write', contents } as const;
  standIn.install({ account: options.owner, permissions });
  const commits = new Map([[repository.tip(), 'BASE']]);
  const seen: string[] = [];
  for (const [index, { files, name }] of story.pushes.entries()) {
    const push = index + 1;
    const content = files === undefined ? { 'README.md': `Push ${push}\n` } : readFolder(files);
    const head = repository.commit({ branch: 'change', files: content, message: name });
    commits.set(head, `PUSH-${push}`);
    if (index === 0) repository.openPullRequest({ head: 'change', title: story.title, user: 'ann' });
    options.before?.(push);
    await app.deliver();
    await app.concluded(repository, head);
    await app.settle();
    standIn.clearFaults();
    await options.answered?.(repository);
    const text = renderConversation(repository, repository.pull(NUMBER), { url: standIn.url, commits });
    seen.push(`# After push ${push}: ${name}\n\n${text}`);
    for (const act of story.people.filter(({ after }) => after === push)) carryOut(repository, act);
    standIn.takeRaised();
  }
  return seen;
}

function carryOut(repository: RepositoryHandle, { who, answers, says }: Act): void {
  if (answers === undefined) {
    repository.comment(NUMBER, who, says);
    return;
  }
  const first = repository
    .pull(NUMBER)
    .reviewComments.find(({ path, replyTo }) => path === answers && replyTo === null);
  if (first === undefined) throw new Error(`there is no thread on ${answers}`);
  repository.replyToReviewComment(NUMBER, first.id, who, says);
}
