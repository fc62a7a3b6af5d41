/** A pull request on the stand-in, with a client of the App's installation, for the tests of what is written there. */
import { createGitHubClient } from '../../src/github/create-github-client.ts';
import type { GitHubClient } from '../../src/github/github-client.ts';
import type { CheckRunTarget } from '../../src/github/publish/check-run-target.ts';
import type { PullRequestTarget } from '../../src/github/publish/list-summary-comments.ts';
import type { PublishTiming } from '../../src/github/publish/publish-timing.ts';
import type { RepositoryHandle } from '../github/repository-handle.ts';
import type { GitHubStandIn } from '../github/stand-in.ts';

export interface OpenedPullRequest {
  readonly standIn: GitHubStandIn;
  readonly repository: RepositoryHandle;
  readonly installation: number;
  readonly client: GitHubClient;
  readonly check: CheckRunTarget;
  readonly conversation: PullRequestTarget;
  readonly timing: PublishTiming;
}

export const NOW = '2026-11-21T12:00:00Z';

/** A repository of its own with pull request 1, and an installation with every permission. Forgets earlier faults. */
export function openPullRequest(standIn: GitHubStandIn, owner: string): OpenedPullRequest {
  standIn.clearFaults();
  standIn.forgetRequests();
  const repo = 'shop';
  const repository = standIn.createRepository({ owner, name: repo, files: { 'main.tf': '' } });
  const headSha = repository.commit({ branch: 'change', files: { 'main.tf': 'resource' } });
  const { number } = repository.openPullRequest({ head: 'change' });
  const installation = standIn.install({ account: owner });
  const { appId } = standIn;
  const client = createGitHubClient({
    auth: { appId, privateKey: standIn.privateKey, installationId: installation },
    baseUrl: standIn.url,
    userAgent: 'threatdiff/test',
    now: Date.now,
    writePause: 0,
    second: 5,
  });
  return {
    standIn,
    repository,
    installation,
    client,
    check: { owner, repo, headSha, name: 'Threatdiff', externalId: 'job-1', appId },
    conversation: { owner, repo, pullRequest: number, identity: { appId } },
    timing: { now: () => NOW, wait: () => Promise.resolve() },
  };
}
