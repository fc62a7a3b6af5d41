/**
 * What a run judges, opened on GitHub: of a pull request its head commit against the base branch as it is now, and every
 * other open pull request on that commit, because the job's check stands on the commit and one of them could be green.
 */
import type { GitHubClient } from '../github/github-client.ts';
import { MemoryBlobCache } from '../github/memory-blob-cache.ts';
import { type ChangeBase, openGitHubChange } from '../github/open-github-change.ts';
import type { PullRequestState } from '../github/pull-request-of-node.ts';
import { readOpenPullRequests } from '../github/read-open-pull-requests.ts';
import { readPullRequestState } from '../github/read-pull-request-state.ts';
import { RecentAnswers } from '../github/recent-answers.ts';
import type { GitHubRepository, RepositoryName } from '../github/repository-name.ts';
import type { BudgetLimits } from '../model/budget.ts';
import type { ChangeSource } from '../source/snapshot.ts';
import type { ActionEvent } from './read-event.ts';

export interface Subject {
  readonly pullRequest: number | undefined;
  /** Branch it goes into. */
  readonly base: string;
  readonly change: ChangeSource;
  /** `state`: one tree on its own. */
  readonly mode: 'change' | 'state';
}

export interface OpenedSubjects {
  /** What the event is about. */
  readonly first: Subject;
  readonly others: readonly Subject[];
  /** Where the pull request has moved on: the commit it is at now. */
  readonly movedTo: string | undefined;
}

export interface OpenOptions {
  readonly client: GitHubClient;
  readonly repository: GitHubRepository;
  readonly limits: Pick<BudgetLimits, 'fileBytes' | 'treeEntries'>;
  /** Tip of the default branch, as policy was read from it. */
  readonly defaultBranch: { readonly branch: string; readonly commit: string } | undefined;
}

/** Both as in one server, for trees and files that several subjects share. */
const LISTED_FILES = 1_000_000;
const MEMORY_BYTES = 128 * 1024 * 1024;

type Open = (headSha: string, base: ChangeBase, headRepository?: RepositoryName) => Promise<ChangeSource>;

/** Throws a GitHubError. */
export async function openSubjects(event: ActionEvent, options: OpenOptions): Promise<OpenedSubjects> {
  const { client, repository, limits } = options;
  const shared = { cache: new MemoryBlobCache(MEMORY_BYTES), recent: new RecentAnswers(LISTED_FILES) };
  const open: Open = (headSha, base, headRepository) => {
    const from = headRepository === undefined ? {} : { headRepository };
    return openGitHubChange({ client, repository, base, headSha, ...from, limits, ...shared });
  };
  if (event.kind === 'pull-request') return openPullRequests(event, options, open);
  const alone = (base: string, change: ChangeSource, mode: Subject['mode'] = 'change'): OpenedSubjects => ({
    first: { pullRequest: undefined, base, change, mode },
    others: [],
    movedTo: undefined,
  });
  const { headSha } = event;
  if (event.kind === 'merge-group') {
    return alone(event.baseRef, await open(headSha, { kind: 'merge-group', sha: event.baseSha }));
  }
  if (event.kind === 'state') return alone('', await open(headSha, { kind: 'nothing' }), 'state');
  const base = baseOfPush(event, options);
  return alone(event.ref, await open(headSha, base), base.kind === 'nothing' ? 'state' : 'change');
}

/** A new branch is compared with where it comes from; a first one with nothing. */
function baseOfPush(
  { before, ref }: Extract<ActionEvent, { kind: 'push' }>,
  { defaultBranch }: Pick<OpenOptions, 'defaultBranch'>,
): ChangeBase {
  if (before !== undefined) return { kind: 'push', sha: before };
  if (defaultBranch === undefined || ref === `refs/heads/${defaultBranch.branch}`) return { kind: 'nothing' };
  return { kind: 'pull-request', sha: defaultBranch.commit, ref: defaultBranch.branch };
}

async function openPullRequests(
  event: Extract<ActionEvent, { kind: 'pull-request' }>,
  { client, repository }: OpenOptions,
  open: Open,
): Promise<OpenedSubjects> {
  const state = await readPullRequestState(client, repository, event.number);
  // The check stands on the commit of the event, so that one is judged, whatever was pushed since.
  const headSha = event.headSha ?? state.headSha;
  const onIt = await readOpenPullRequests(client, repository, headSha);
  const openOne = async ({ number, baseSha, baseRef, headRepository }: PullRequestState): Promise<Subject> => {
    const base = { kind: 'pull-request', sha: baseSha, ref: baseRef } as const;
    return { pullRequest: number, base: baseRef, change: await open(headSha, base, headRepository), mode: 'change' };
  };
  const others = onIt.filter(({ number }) => number !== state.number);
  return {
    first: await openOne(state),
    others: await Promise.all(others.map(openOne)),
    movedTo: state.headSha === headSha ? undefined : state.headSha,
  };
}
