/**
 * Finds what a global id stands for, with its repository, or fails in GitHub's words.
 */
import { readNodeId } from '../shapes/node-id.ts';
import type { IssueComment, Pull, Repository, ReviewComment } from '../state/state.ts';
import { graphqlFailure } from './graphql-failure.ts';
import { issueCommentNode, pullNode, reviewCommentNode, threadNode } from './pull-nodes.ts';
import { repositoryNode } from './repository-node.ts';
import type { Viewer } from './viewer.ts';

export interface FoundNode {
  readonly repository: Repository;
  readonly node: Readonly<Record<string, unknown>>;
  /** The comment, or the first comment of a thread. */
  readonly comment?: IssueComment | ReviewComment;
}

export function findNode(viewer: Viewer, globalId: string): FoundNode {
  const { type, id } = readNodeId(globalId);
  for (const repository of viewer.world.state.repositories.values()) {
    const found = viewer.sees(repository) ? inRepository(viewer, repository, type, Number(id)) : undefined;
    if (found) return { repository, ...found };
  }
  throw graphqlFailure('NOT_FOUND', `Could not resolve to a node with the global id of '${globalId}'`);
}

type Part = Omit<FoundNode, 'repository'> | undefined;

function inRepository(viewer: Viewer, repository: Repository, type: string, id: number): Part {
  if (type === 'Repository' && repository.id === id) return { node: repositoryNode(viewer, repository) };
  if (type === 'IssueComment') {
    const comment = repository.comments.find((each) => each.id === id);
    return comment && { comment, node: issueCommentNode(viewer, repository, comment) };
  }
  for (const pull of repository.pulls.values()) {
    const found = inPull(viewer, repository, pull, { type, id });
    if (found) return found;
  }
  return undefined;
}

function inPull(viewer: Viewer, repository: Repository, pull: Pull, wanted: { type: string; id: number }): Part {
  const { type, id } = wanted;
  if (type === 'PullRequest') return pull.id === id ? { node: pullNode(viewer, repository, pull) } : undefined;
  const first = pull.reviewComments.find((each) => (each.replyTo ?? each.id) === id);
  const comment = pull.reviewComments.find((each) => each.id === id);
  if (type === 'PullRequestReviewThread' && first) {
    return { comment: first, node: threadNode(viewer, repository, pull, first) };
  }
  if (type !== 'PullRequestReviewComment' || !comment) return undefined;
  return { comment, node: reviewCommentNode(viewer, repository, pull, comment) };
}
