/**
 * Pull requests, reviews and comments as GitHub's REST interface shows them. Reads the state only.
 */
import { compareTrees } from '../git/compare-trees.ts';
import { mergeBases } from '../git/merge-bases.ts';
import type { IssueComment, Pull, Repository, Review, ReviewComment } from '../state/state.ts';
import type { World } from '../state/world.ts';
import { appShape, type Shape, userShape } from './accounts.ts';
import { nodeId } from './node-id.ts';
import { apiUrl, htmlUrl, listedRepositoryShape } from './repository.ts';

export function simplePullShape(world: World, repository: Repository, pull: Pull): Shape {
  const url = `${apiUrl(world, repository)}/pulls/${pull.number}`;
  const issue = `${apiUrl(world, repository)}/issues/${pull.number}`;
  const html = `${htmlUrl(world, repository)}/pull/${pull.number}`;
  const statuses = `${apiUrl(world, repository)}/statuses/${pull.head.sha}`;
  return {
    url,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${apiUrl(world, repository)}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: statuses,
    number: pull.number,
    state: pull.state,
    locked: pull.locked,
    title: pull.title,
    user: userShape(world, pull.user),
    body: pull.body,
    labels: [],
    milestone: null,
    active_lock_reason: null,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    head: endShape(world, world.findRepository(pull.head.repository), pull.head, pull.head.repository.split('/')[0]),
    base: endShape(world, repository, pull.base, repository.owner),
    _links: {
      self: { href: url },
      html: { href: html },
      issue: { href: issue },
      comments: { href: `${issue}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${apiUrl(world, repository)}/pulls/comments{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: statuses },
    },
    author_association: association(world, repository, pull.user),
    auto_merge: null,
    draft: pull.draft,
  };
}

function endShape(
  world: World,
  repository: Repository | undefined,
  end: { readonly ref: string; readonly sha: string },
  owner = '',
): Shape {
  return {
    label: `${owner}:${end.ref}`,
    ref: end.ref,
    sha: end.sha,
    user: userShape(world, owner),
    // A fork that was deleted.
    repo: repository ? listedRepositoryShape(world, repository) : null,
  };
}

export function pullShape(world: World, repository: Repository, pull: Pull): Shape {
  const objects = world.objectsOf(repository);
  const base = mergeBases(objects, pull.base.sha, pull.head.sha)[0] ?? '';
  const tree = (oid: string): string => objects.commit(oid)?.tree ?? '';
  const files = compareTrees(objects, tree(base), tree(pull.head.sha));
  const sum = (key: 'additions' | 'deletions'): number => files.reduce((total, file) => total + file[key], 0);
  return {
    ...simplePullShape(world, repository, pull),
    merged: pull.mergedAt !== null,
    mergeable: pull.state === 'open' ? true : null,
    rebaseable: pull.state === 'open' ? true : null,
    mergeable_state: pull.state === 'open' ? 'clean' : 'unknown',
    merged_by: pull.mergedAt === null ? null : userShape(world, pull.user),
    comments: repository.comments.filter((comment) => comment.issue === pull.number).length,
    review_comments: pull.reviewComments.length,
    maintainer_can_modify: false,
    commits: commitsOfPull(world, repository, pull).length,
    additions: sum('additions'),
    deletions: sum('deletions'),
    changed_files: files.length,
  };
}

/** Oldest first. */
export function commitsOfPull(world: World, repository: Repository, pull: Pull): readonly string[] {
  const objects = world.objectsOf(repository);
  const known = new Set(objects.history(pull.base.sha));
  return objects
    .history(pull.head.sha)
    .filter((oid) => !known.has(oid))
    .reverse();
}

export function association(world: World, repository: Repository, login: string): string {
  if (login.toLowerCase() === repository.owner.toLowerCase()) return 'OWNER';
  if (world.state.members.get(repository.owner.toLowerCase())?.has(login)) return 'MEMBER';
  return repository.collaborators.has(login) ? 'COLLABORATOR' : 'NONE';
}

export function reviewShape(world: World, repository: Repository, pull: Pull, review: Review): Shape {
  const html = `${htmlUrl(world, repository)}/pull/${pull.number}#pullrequestreview-${review.id}`;
  const url = `${apiUrl(world, repository)}/pulls/${pull.number}`;
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: userShape(world, review.user),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: url,
    _links: { html: { href: html }, pull_request: { href: url } },
    ...(review.state === 'PENDING' ? {} : { submitted_at: review.submittedAt }),
    commit_id: review.commit,
    author_association: association(world, repository, review.user),
  };
}

export function reviewCommentShape(world: World, repository: Repository, pull: Pull, comment: ReviewComment): Shape {
  const url = `${apiUrl(world, repository)}/pulls/comments/${comment.id}`;
  const html = `${htmlUrl(world, repository)}/pull/${pull.number}#discussion_r${comment.id}`;
  const pullUrl = `${apiUrl(world, repository)}/pulls/${pull.number}`;
  return {
    url,
    pull_request_review_id: comment.review,
    id: comment.id,
    node_id: nodeId('PullRequestReviewComment', comment.id),
    diff_hunk: comment.hunk,
    path: comment.path,
    position: comment.position,
    ...(comment.originalPosition === null ? {} : { original_position: comment.originalPosition }),
    commit_id: comment.commit,
    original_commit_id: comment.originalCommit,
    ...(comment.replyTo === null ? {} : { in_reply_to_id: comment.replyTo }),
    user: userShape(world, comment.user),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: html,
    pull_request_url: pullUrl,
    author_association: association(world, repository, comment.user),
    _links: { self: { href: url }, html: { href: html }, pull_request: { href: pullUrl } },
    start_line: comment.startLine,
    original_start_line: comment.originalStartLine,
    start_side: comment.startSide,
    line: comment.line,
    ...(comment.originalLine === null ? {} : { original_line: comment.originalLine }),
    side: comment.side,
    subject_type: comment.subject,
  };
}

export function issueCommentShape(world: World, repository: Repository, comment: IssueComment): Shape {
  const url = apiUrl(world, repository);
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url: `${url}/issues/comments/${comment.id}`,
    html_url: `${htmlUrl(world, repository)}/pull/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${url}/issues/${comment.issue}`,
    user: userShape(world, comment.user),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: association(world, repository, comment.user),
    performed_via_github_app: comment.app ? appShape(world) : null,
  };
}
