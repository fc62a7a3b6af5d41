/**
 * Payloads of webhooks, made from the state at the time they are built. Sends nothing.
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads
 */
import { compareTrees } from '../git/compare-trees.ts';
import { installationShape, type Shape, userShape } from '../shapes/accounts.ts';
import { checkRunShape, checkSuiteShape } from '../shapes/checks.ts';
import { nodeId } from '../shapes/node-id.ts';
import { htmlUrl } from '../shapes/repository.ts';
import { fullNameOf, type Pull, type Repository } from '../state/state.ts';
import type { World } from '../state/world.ts';
import { appPart, commentPart, commonParts, issuePart, pullPart, simpleCommitPart } from './payload-parts.ts';
import type { WebhookDetails, WebhookEvent } from './webhook-details.ts';

type Builders = { readonly [event in WebhookEvent]: (world: World, details: WebhookDetails[event]) => Shape };

export function buildPayload<Event extends WebhookEvent>(
  world: World,
  event: Event,
  details: WebhookDetails[Event],
): Shape {
  return BUILDERS[event](world, details);
}

function pullOf(repository: Repository, number: number): Pull {
  const pull = repository.pulls.get(number);
  if (!pull) throw new Error(`${fullNameOf(repository)} has no pull request ${number}`);
  return pull;
}

const BUILDERS: Builders = {
  pull_request: (world, { action, number, before, previousBase, repository: name, sender }) => {
    const repository = world.repository(name);
    const pull = pullOf(repository, number);
    const base = previousBase && { ref: { from: previousBase.ref }, sha: { from: previousBase.sha } };
    return {
      action,
      number,
      ...(action === 'synchronize' ? { before: before ?? pull.head.sha, after: pull.head.sha } : {}),
      ...(action === 'edited' ? { changes: base ? { base } : {} } : {}),
      pull_request: pullPart(world, repository, pull),
      ...commonParts(world, repository, sender ?? pull.user),
    };
  },

  merge_group: (world, { action, group, repository: name, sender }) => {
    const repository = world.repository(name);
    const commit = simpleCommitPart(world, repository, group.head_sha);
    return {
      action,
      merge_group: { ...group, head_commit: commit },
      ...commonParts(world, repository, sender ?? 'github-merge-queue[bot]'),
    };
  },

  check_run: (world, { action, checkRun, identifier, repository: name, sender }) => {
    const repository = world.repository(name);
    const run = repository.checkRuns.find(({ id }) => id === checkRun);
    if (!run) throw new Error(`${name} has no check run ${checkRun}`);
    const suite = repository.checkSuites.find(({ id }) => id === run.suite);
    const shape = checkRunShape(world, repository, run);
    return {
      action,
      check_run: {
        ...shape,
        app: appPart(world, run.app),
        check_suite: suite ? suitePart(checkSuiteShape(world, repository, suite), appPart(world, suite.app)) : null,
      },
      ...(identifier === undefined ? {} : { requested_action: { identifier } }),
      ...commonParts(world, repository, sender ?? 'octocat'),
    };
  },

  check_suite: (world, { action, checkSuite, repository: name, sender }) => {
    const repository = world.repository(name);
    const suite = repository.checkSuites.find(({ id }) => id === checkSuite);
    if (!suite) throw new Error(`${name} has no check suite ${checkSuite}`);
    const { repository: _, ...shape } = checkSuiteShape(world, repository, suite);
    return {
      action,
      check_suite: { ...shape, app: appPart(world, suite.app) },
      ...commonParts(world, repository, sender ?? 'octocat'),
    };
  },

  push: (world, { ref, before, after, repository: name, sender = 'octocat' }) => {
    const repository = world.repository(name);
    const gone = /^0+$/.test(after);
    const commits = gone ? [] : pushedCommits(world, repository, { ref, before, after });
    return {
      ref,
      before,
      after,
      created: /^0+$/.test(before),
      deleted: gone,
      forced: !gone && !/^0+$/.test(before) && !world.objectsOf(repository).history(after).includes(before),
      base_ref: null,
      compare: `${htmlUrl(world, repository)}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
      commits,
      head_commit: commits.at(-1) ?? null,
      pusher: { name: sender, email: `${sender}@users.noreply.github.com` },
      ...commonParts(world, repository, sender),
    };
  },

  issue_comment: (world, { action, comment: id, previousBody, repository: name, sender }) => {
    const repository = world.repository(name);
    const comment = repository.comments.find((each) => each.id === id);
    if (!comment) throw new Error(`${name} has no comment ${id}`);
    const changes = previousBody === undefined ? {} : { body: { from: previousBody } };
    return {
      action,
      ...(action === 'edited' ? { changes } : {}),
      issue: issuePart(world, repository, pullOf(repository, comment.issue)),
      comment: commentPart(world, repository, comment),
      ...commonParts(world, repository, sender ?? comment.user),
    };
  },

  installation: (world, { action, installation: id, sender }) => {
    const installation = installationOf(world, id);
    const repositories = repositoriesOf(world, installation.account);
    return {
      action,
      installation: installationPart(world, id),
      repositories: repositories.map(listed),
      ...(action === 'created' ? { requester: userShape(world, 'octocat') } : {}),
      sender: userShape(world, sender ?? 'octocat'),
    };
  },

  installation_repositories: (world, { action, installation: id, repositories, sender }) => {
    const chosen = repositories.map((name) => listed(world.repository(name)));
    return {
      action,
      installation: installationPart(world, id),
      repository_selection: installationOf(world, id).repositories === 'all' ? 'all' : 'selected',
      repositories_added: action === 'added' ? chosen : [],
      repositories_removed: action === 'removed' ? chosen : [],
      requester: null,
      sender: userShape(world, sender ?? 'octocat'),
    };
  },
};

function suitePart(suite: Shape, app: Shape): Shape {
  const keys = ['id', 'node_id', 'head_branch', 'head_sha', 'status', 'conclusion', 'url', 'before', 'after'];
  const more = ['pull_requests', 'created_at', 'updated_at'];
  return { ...Object.fromEntries([...keys, ...more].map((key) => [key, suite[key]])), app };
}

function pushedCommits(
  world: World,
  repository: Repository,
  push: { readonly ref: string; readonly before: string; readonly after: string },
): readonly Shape[] {
  const { before, after } = push;
  const objects = world.objectsOf(repository);
  // Of a new branch: what no other branch has.
  const others = [...repository.refs].filter(([ref]) => ref.startsWith('refs/heads/') && ref !== push.ref);
  const starts = objects.commit(before) ? [before] : [...new Set(others.map(([, sha]) => sha))];
  const known = new Set(starts.flatMap((start) => objects.history(start)));
  const tree = (oid: string | undefined): string => objects.commit(oid ?? '')?.tree ?? '';
  const fresh = objects.history(after).filter((oid) => !known.has(oid));
  // GitHub sends 2,048 commits at most.
  return fresh
    .slice(0, 2048)
    .reverse()
    .map((oid) => {
      const files = compareTrees(objects, tree(objects.commit(oid)?.parents[0]), tree(oid));
      const paths = (...statuses: string[]): string[] =>
        files.filter((each) => statuses.includes(each.status)).map((each) => each.path);
      return {
        ...simpleCommitPart(world, repository, oid),
        distinct: true,
        url: `${htmlUrl(world, repository)}/commit/${oid}`,
        added: paths('added', 'renamed'),
        removed: [...paths('removed'), ...files.flatMap((each) => each.previousPath ?? [])],
        modified: paths('modified', 'changed'),
      };
    });
}

function installationOf(world: World, id: number): Parameters<typeof installationShape>[1] {
  const installation = world.state.installations.get(id);
  if (!installation) throw new Error(`there is no installation ${id}`);
  return installation;
}

function installationPart(world: World, id: number): Shape {
  return installationShape(world, installationOf(world, id));
}

function repositoriesOf(world: World, account: string): readonly Repository[] {
  return [...world.state.repositories.values()].filter(({ owner }) => owner.toLowerCase() === account.toLowerCase());
}

function listed(repository: Repository): Shape {
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: fullNameOf(repository),
    private: repository.private,
  };
}
