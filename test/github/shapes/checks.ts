/**
 * Check runs and suites as GitHub's REST interface shows them. Reads the state only.
 */
import { type CheckRun, type CheckSuite, fullNameOf, type Pull, type Repository } from '../state/state.ts';
import type { World } from '../state/world.ts';
import { appShape, type Shape } from './accounts.ts';
import { commitOf } from './commits.ts';
import { nodeId } from './node-id.ts';
import { apiUrl, htmlUrl, minimalRepositoryShape } from './repository.ts';

export function checkRunShape(world: World, repository: Repository, run: CheckRun): Shape {
  const url = `${apiUrl(world, repository)}/check-runs/${run.id}`;
  return {
    id: run.id,
    head_sha: run.commit,
    node_id: nodeId('CheckRun', run.id),
    external_id: run.externalId,
    url,
    html_url: `${htmlUrl(world, repository)}/runs/${run.id}`,
    details_url: run.detailsUrl ?? `${world.url}/about`,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: { ...run.output, annotations_count: run.annotations.length, annotations_url: `${url}/annotations` },
    name: run.name,
    check_suite: { id: run.suite },
    app: appShape(world, run.app),
    pull_requests: pullsOfCommit(world, repository, run.commit),
  };
}

/**
 * The open pull requests whose head is the commit, without those from forks: for them the list is always empty.
 * https://docs.github.com/en/rest/checks/runs#create-a-check-run
 */
function pullsOfCommit(world: World, repository: Repository, commit: string): readonly Shape[] {
  const own = (pull: Pull): boolean => pull.head.repository.toLowerCase() === fullNameOf(repository).toLowerCase();
  return [...repository.pulls.values()]
    .filter((pull) => pull.state === 'open' && pull.head.sha === commit && own(pull))
    .map((pull) => minimalPullShape(world, repository, pull));
}

function minimalPullShape(world: World, repository: Repository, pull: Pull): Shape {
  const repo = { id: repository.id, url: apiUrl(world, repository), name: repository.name };
  return {
    id: pull.id,
    number: pull.number,
    url: `${apiUrl(world, repository)}/pulls/${pull.number}`,
    head: { ref: pull.head.ref, sha: pull.head.sha, repo },
    base: { ref: pull.base.ref, sha: pull.base.sha, repo },
  };
}

/** A suite is completed when all its runs are, and as bad as the worst of them. */
export function suiteState(repository: Repository, suite: CheckSuite): { status: string; conclusion: string | null } {
  const runs = latestRuns(repository.checkRuns.filter((run) => run.suite === suite.id));
  if (runs.length === 0) return { status: 'queued', conclusion: null };
  if (runs.some((run) => run.status !== 'completed')) return { status: 'in_progress', conclusion: null };
  const order = ['failure', 'timed_out', 'action_required', 'cancelled', 'stale', 'success', 'neutral', 'skipped'];
  const conclusions = runs.map((run) => run.conclusion ?? 'failure');
  return { status: 'completed', conclusion: order.find((each) => conclusions.includes(each)) ?? 'success' };
}

/** Of several runs of one name the newest. */
export function latestRuns(runs: readonly CheckRun[]): readonly CheckRun[] {
  return [...new Map(runs.map((run) => [`${run.app} ${run.name}`, run])).values()];
}

export function checkSuiteShape(world: World, repository: Repository, suite: CheckSuite): Shape {
  const url = `${apiUrl(world, repository)}/check-suites/${suite.id}`;
  const commit = commitOf(world, repository, suite.commit);
  return {
    id: suite.id,
    node_id: nodeId('CheckSuite', suite.id),
    head_branch: suite.branch,
    head_sha: suite.commit,
    ...suiteState(repository, suite),
    url,
    before: commit.parents[0] ?? null,
    after: suite.commit,
    pull_requests: pullsOfCommit(world, repository, suite.commit),
    app: appShape(world, suite.app),
    repository: minimalRepositoryShape(world, repository),
    created_at: suite.createdAt,
    updated_at: suite.updatedAt,
    head_commit: {
      id: suite.commit,
      tree_id: commit.tree,
      message: commit.message,
      timestamp: commit.committer.date,
      author: { name: commit.author.name, email: commit.author.email },
      committer: { name: commit.committer.name, email: commit.committer.email },
    },
    latest_check_runs_count: repository.checkRuns.filter((run) => run.suite === suite.id).length,
    check_runs_url: `${url}/check-runs`,
  };
}
