/**
 * The parts that payloads of several events share, in the shapes of GitHub's webhooks, which differ from REST in places.
 */
import { appShape, type Shape, userShape } from '../shapes/accounts.ts';
import { commitOf } from '../shapes/commits.ts';
import { nodeId } from '../shapes/node-id.ts';
import { association, issueCommentShape, pullShape } from '../shapes/pulls.ts';
import { apiUrl, htmlUrl, listedRepositoryShape } from '../shapes/repository.ts';
import type { IssueComment, Pull, Repository } from '../state/state.ts';
import type { World } from '../state/world.ts';

/** Repository, sender and the installation the event is sent for. */
export function commonParts(world: World, repository: Repository, sender: string): Shape {
  const installation = [...world.state.installations.values()].find(
    ({ account }) => account.toLowerCase() === repository.owner.toLowerCase(),
  );
  return {
    repository: repositoryPart(world, repository),
    sender: userShape(world, sender),
    ...(installation
      ? { installation: { id: installation.id, node_id: nodeId('IntegrationInstallation', installation.id) } }
      : {}),
  };
}

export function repositoryPart(world: World, repository: Repository): Shape {
  return { ...listedRepositoryShape(world, repository), custom_properties: {} };
}

export function pullPart(world: World, repository: Repository, pull: Pull): Shape {
  const shape = pullShape(world, repository, pull);
  const head = world.findRepository(pull.head.repository);
  return {
    ...shape,
    head: { ...(shape['head'] as Shape), repo: head ? repositoryPart(world, head) : null },
    base: { ...(shape['base'] as Shape), repo: repositoryPart(world, repository) },
  };
}

export function simpleCommitPart(world: World, repository: Repository, oid: string): Shape {
  const commit = commitOf(world, repository, oid);
  return {
    id: oid,
    tree_id: commit.tree,
    message: commit.message,
    timestamp: commit.committer.date,
    author: { name: commit.author.name, email: commit.author.email },
    committer: { name: commit.committer.name, email: commit.committer.email },
  };
}

export function appPart(world: World, own: boolean): Shape {
  const { client_id: _, ...app } = appShape(world, own);
  return app;
}

export function issuePart(world: World, repository: Repository, pull: Pull): Shape {
  const url = `${apiUrl(world, repository)}/issues/${pull.number}`;
  const html = `${htmlUrl(world, repository)}/pull/${pull.number}`;
  return {
    url,
    repository_url: apiUrl(world, repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    number: pull.number,
    title: pull.title,
    user: userShape(world, pull.user),
    labels: [],
    state: pull.state,
    locked: false,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: repository.comments.filter((each) => each.issue === pull.number).length,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    author_association: association(world, repository, pull.user),
    active_lock_reason: null,
    draft: pull.draft,
    body: pull.body,
    reactions: reactions(url),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
    state_reason: null,
    pull_request: {
      url: `${apiUrl(world, repository)}/pulls/${pull.number}`,
      html_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      merged_at: pull.mergedAt,
    },
  };
}

export function commentPart(world: World, repository: Repository, comment: IssueComment): Shape {
  const shape = issueCommentShape(world, repository, comment);
  return {
    ...shape,
    performed_via_github_app: comment.app ? appPart(world, true) : null,
    reactions: reactions(String(shape['url'])),
  };
}

function reactions(url: string): Shape {
  const names = ['+1', '-1', 'laugh', 'hooray', 'confused', 'heart', 'rocket', 'eyes'];
  const none = Object.fromEntries(names.map((name) => [name, 0]));
  return { url: `${url}/reactions`, total_count: 0, ...none };
}
