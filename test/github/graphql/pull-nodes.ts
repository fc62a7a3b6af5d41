/**
 * Pull requests, their comments and threads as GraphQL shows them. Reads the state only.
 */
import { compareTrees } from '../git/compare-trees.ts';
import { mergeBases } from '../git/merge-bases.ts';
import { nodeId } from '../shapes/node-id.ts';
import { association, commitsOfPull } from '../shapes/pulls.ts';
import { htmlUrl } from '../shapes/repository.ts';
import { fullNameOf, type IssueComment, type Pull, type Repository, type ReviewComment } from '../state/state.ts';
import { type ConnectionValues, connection } from './connection.ts';
import { commitNode } from './git-nodes.ts';
import { refNode, repositoryNode } from './repository-node.ts';
import type { Viewer } from './viewer.ts';

type Node = Readonly<Record<string, unknown>>;

const CHANGE_TYPES: Readonly<Record<string, string>> = {
  added: 'ADDED',
  removed: 'DELETED',
  modified: 'MODIFIED',
  renamed: 'RENAMED',
  changed: 'CHANGED',
};

export function pullNode(viewer: Viewer, repository: Repository, pull: Pull): Node {
  const { world } = viewer;
  const objects = world.objectsOf(repository);
  const tree = (oid: string): string => objects.commit(oid)?.tree ?? '';
  const files = (): ReturnType<typeof compareTrees> =>
    compareTrees(objects, tree(mergeBases(objects, pull.base.sha, pull.head.sha)[0] ?? ''), tree(pull.head.sha));
  const url = `${htmlUrl(world, repository)}/pull/${pull.number}`;
  const head = world.findRepository(pull.head.repository);
  const merged = pull.mergedAt !== null;
  return {
    __typename: 'PullRequest',
    id: nodeId('PullRequest', pull.id),
    databaseId: pull.id,
    fullDatabaseId: String(pull.id),
    number: pull.number,
    title: pull.title,
    body: pull.body ?? '',
    url,
    state: merged ? 'MERGED' : pull.state.toUpperCase(),
    closed: pull.state === 'closed',
    closedAt: pull.closedAt,
    merged,
    mergedAt: pull.mergedAt,
    isDraft: pull.draft,
    locked: pull.locked,
    author: actorNode(viewer, pull.user),
    authorAssociation: association(world, repository, pull.user),
    createdAt: pull.createdAt,
    updatedAt: pull.updatedAt,
    headRefName: pull.head.ref,
    headRefOid: pull.head.sha,
    baseRefName: pull.base.ref,
    baseRefOid: pull.base.sha,
    baseRef: () => refNode(viewer, repository, pull.base.ref),
    headRepository: head ? repositoryNode(viewer, head) : null,
    repository: () => repositoryNode(viewer, repository),
    baseRepository: () => repositoryNode(viewer, repository),
    isCrossRepository: pull.head.repository !== fullNameOf(repository),
    additions: () => files().reduce((sum, file) => sum + file.additions, 0),
    deletions: () => files().reduce((sum, file) => sum + file.deletions, 0),
    changedFiles: () => files().length,
    files: (values: ConnectionValues) =>
      connection('files', files(), values, (file) => ({
        path: file.path,
        additions: file.additions,
        deletions: file.deletions,
        changeType: CHANGE_TYPES[file.status],
      })),
    commits: (values: ConnectionValues) =>
      connection('commits', commitsOfPull(world, repository, pull), values, (oid) => ({
        id: nodeId('PullRequestCommit', `${pull.id}:${oid}`),
        url: `${url}/commits/${oid}`,
        commit: () => commitNode(viewer, repository, oid, objects.commit(oid) as never),
      })),
    comments: (values: ConnectionValues) =>
      connection(
        'comments',
        repository.comments.filter((each) => each.issue === pull.number),
        values,
        (each) => issueCommentNode(viewer, repository, each),
      ),
    reviewThreads: (values: ConnectionValues) =>
      connection('reviewThreads', threadsOf(pull), values, (first) => threadNode(viewer, repository, pull, first)),
  };
}

/** Open pull requests with this head; those from forks are not among them. */
export function pullsOfCommit(viewer: Viewer, repository: Repository, oid: string, values: ConnectionValues): Node {
  viewer.require(repository, 'pull_requests=read');
  const own = (pull: Pull): boolean => pull.head.repository.toLowerCase() === fullNameOf(repository).toLowerCase();
  const pulls = [...repository.pulls.values()].filter(
    (pull) => pull.state === 'open' && pull.head.sha === oid && own(pull),
  );
  return connection('associatedPullRequests', pulls, values, (pull) => pullNode(viewer, repository, pull));
}

/** A thread is known by its first comment; where that was deleted the first reply stands for it. */
function threadsOf(pull: Pull): readonly ReviewComment[] {
  const threads = new Map<number, ReviewComment>();
  for (const comment of pull.reviewComments) {
    const key = comment.replyTo ?? comment.id;
    if (!threads.has(key)) threads.set(key, comment);
  }
  return [...threads.values()];
}

export function threadNode(viewer: Viewer, repository: Repository, pull: Pull, first: ReviewComment): Node {
  const key = first.replyTo ?? first.id;
  const comments = pull.reviewComments.filter((each) => each === first || each.replyTo === key);
  const mayResolve = viewer.may(repository, 'pull_requests=write,contents=write');
  return {
    __typename: 'PullRequestReviewThread',
    id: nodeId('PullRequestReviewThread', key),
    isResolved: first.resolvedBy !== null,
    resolvedBy: first.resolvedBy === null ? null : { ...actorNode(viewer, first.resolvedBy), __typename: 'User' },
    isOutdated: isOutdated(first),
    isCollapsed: first.resolvedBy !== null || isOutdated(first),
    path: first.path,
    line: first.line,
    startLine: first.startLine,
    originalLine: first.originalLine,
    originalStartLine: first.originalStartLine,
    diffSide: first.side,
    startDiffSide: first.startSide,
    subjectType: first.subject.toUpperCase(),
    viewerCanReply: viewer.may(repository, 'pull_requests=write'),
    viewerCanResolve: mayResolve && first.resolvedBy === null,
    viewerCanUnresolve: mayResolve && first.resolvedBy !== null,
    pullRequest: () => pullNode(viewer, repository, pull),
    repository: () => repositoryNode(viewer, repository),
    comments: (values: ConnectionValues) =>
      connection('comments', comments, values, (each) => reviewCommentNode(viewer, repository, pull, each)),
  };
}

function isOutdated({ subject, line }: ReviewComment): boolean {
  return subject === 'line' && line === null;
}

export function reviewCommentNode(viewer: Viewer, repository: Repository, pull: Pull, comment: ReviewComment): Node {
  const url = `${htmlUrl(viewer.world, repository)}/pull/${pull.number}#discussion_r${comment.id}`;
  const first = pull.reviewComments.find(({ id }) => id === comment.replyTo);
  return {
    ...writtenNode(viewer, repository, 'PullRequestReviewComment', comment),
    url,
    path: comment.path,
    line: comment.line,
    startLine: comment.startLine,
    originalLine: comment.originalLine,
    originalStartLine: comment.originalStartLine,
    position: comment.position,
    originalPosition: comment.originalPosition,
    outdated: isOutdated(comment),
    diffHunk: comment.hunk,
    state: 'SUBMITTED',
    subjectType: comment.subject.toUpperCase(),
    replyTo: () => (first ? reviewCommentNode(viewer, repository, pull, first) : null),
    pullRequest: () => pullNode(viewer, repository, pull),
    repository: () => repositoryNode(viewer, repository),
  };
}

export function issueCommentNode(viewer: Viewer, repository: Repository, comment: IssueComment): Node {
  return {
    ...writtenNode(viewer, repository, 'IssueComment', comment),
    url: `${htmlUrl(viewer.world, repository)}/pull/${comment.issue}#issuecomment-${comment.id}`,
    repository: () => repositoryNode(viewer, repository),
  };
}

function writtenNode(
  viewer: Viewer,
  repository: Repository,
  type: string,
  comment: IssueComment | ReviewComment,
): Node {
  const write = viewer.may(repository, 'pull_requests=write');
  return {
    __typename: type,
    id: nodeId(type, comment.id),
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    author: actorNode(viewer, comment.user),
    authorAssociation: association(viewer.world, repository, comment.user),
    body: comment.body,
    createdAt: comment.createdAt,
    updatedAt: comment.updatedAt,
    isMinimized: comment.minimized !== null,
    minimizedReason: comment.minimized,
    viewerDidAuthor: viewer.wrote(comment.user),
    viewerCanMinimize: write,
    viewerCanDelete: write,
    viewerCanUpdate: write,
  };
}

/** GraphQL gives a bot's login without `[bot]`, unlike REST. */
export function actorNode(viewer: Viewer, login: string): Node {
  const account = viewer.world.account(login);
  const shown = account.login.replace(/\[bot\]$/, '');
  return {
    __typename: account.type,
    id: nodeId(account.type, account.id),
    databaseId: account.id,
    login: shown,
    url: `${viewer.world.url}/${shown}`,
    resourcePath: `/${shown}`,
    avatarUrl: `${viewer.world.url}/avatars/u/${account.id}`,
  };
}
