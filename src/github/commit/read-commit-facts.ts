/**
 * Everything a conclusion about a commit rests on, and what we wrote about it before, in one request: what was read at
 * different moments may never have been true together. Decides nothing and remembers nothing.
 */
import type { GitHubClient, PartialAnswer, QueryError } from '../github-client.ts';
import { GitHubError } from '../github-error.ts';
import { kindOfQueryError } from '../kind-of-query-error.ts';
import { PULL_REQUEST_FRAGMENT, type PullRequestState, pullRequestOfNode } from '../pull-request-of-node.ts';
import type { ListedCheckRuns } from '../publish/list-check-runs.ts';
import type { OwnIdentity, SummaryComment } from '../publish/list-summary-comments.ts';
import { type Conversation, conversationOfNodes } from '../publish/review/conversation-of-nodes.ts';
import { THREAD_FRAGMENTS } from '../publish/review/conversation-query.ts';
import { readOpenPullRequests } from '../read-open-pull-requests.ts';
import { type GitHubPolicy, POLICY_FRAGMENTS, readPolicyAnswer } from '../read-policy-answer.ts';
import type { RepositoryName } from '../repository-name.ts';
import { checkRunsOfSuites } from './check-runs-of-suites.ts';
import type { AnsweredRepository, CommitAnswer, RefNode } from './commit-answer.ts';
import { mergeBasesOfComparison } from './merge-bases-of-comparison.ts';
import { openedSince } from './opened-since.ts';
import { summaryCommentsOfNodes } from './summary-comments-of-nodes.ts';

export interface CommitFactsOptions {
  readonly client: GitHubClient;
  readonly repository: RepositoryName;
  /** Repository of the same owner; `.github` where nobody named one, which then need not exist. */
  readonly organisationPolicyRepository: string | undefined;
  readonly checkName: string;
  readonly appId: number;
  /** Our App's own, where it is known. */
  readonly slug?: string | undefined;
  /** ISO 8601: pull requests opened since then are counted; none are where left out. */
  readonly since?: string | undefined;
}

export interface CommitFacts {
  /** Open pull requests with this head, by number. */
  readonly pullRequests: readonly PullRequestState[];
  /** Head commits of all open pull requests. */
  readonly openHeads: ReadonlySet<string>;
  readonly policy: GitHubPolicy;
  /** Branches of merge queues; undefined where they have to be asked for. */
  readonly queue: readonly RefNode[] | undefined;
  /** Check runs of our name on the commit; undefined where they have to be asked for. */
  readonly checks: ListedCheckRuns | undefined;
  /** Our comments by pull request; of those that are missing they have to be asked for. */
  readonly comments: ReadonlyMap<number, readonly SummaryComment[]>;
  /** Review threads by pull request; of those that are missing they have to be asked for. */
  readonly conversations: ReadonlyMap<number, Conversation>;
  /** Pull requests opened since the time asked for, up to a bound; undefined where GitHub did not say. */
  readonly opened: number | undefined;
  /** Of the head and the tip of the default branch, where the answer leaves no doubt. */
  readonly mergeBases: { readonly base: string; readonly found: readonly string[] } | undefined;
}

const DEFAULT_POLICY_REPOSITORY = '.github';

/** One request; one more for each further hundred open pull requests. Throws a GitHubError. */
export async function readCommitFacts(options: CommitFactsOptions, headSha: string): Promise<CommitFacts> {
  const { client, repository, organisationPolicyRepository: named, appId, slug } = options;
  const organisation = named ?? DEFAULT_POLICY_REPOSITORY;
  const { data, errors } = await ask(options, organisation, headSha);
  const needed = errors.filter((error) => !isOfExtra(error));
  refusePullRequests(needed, repository);
  const answer = { data, errors: needed };
  const policy = await readPolicyAnswer(client, answer, { repository, organisation, isNamed: named !== undefined });
  // `readPolicyAnswer` refuses an answer without the repository.
  const found = data.repository as AnsweredRepository;
  const open = await pullRequestsOf(found, options);
  return {
    pullRequests: open.filter((pull) => pull.headSha === headSha),
    openHeads: new Set(open.map((pull) => pull.headSha)),
    policy,
    queue: queueOf(found),
    checks: found.head?.checkSuites ? checkRunsOfSuites(found.head.checkSuites, appId) : undefined,
    comments: commentsOf(found, headSha, { appId, slug }),
    conversations: conversationsOf(found, headSha, { appId, slug }),
    mergeBases: mergeBasesOf(found, headSha),
    opened: options.since === undefined ? undefined : openedSince(found, options.since),
  };
}

/** What GitHub gives up on with everything it may be able to answer without what can be asked for by itself. */
async function ask(
  { client, repository: { owner, name }, checkName, since }: CommitFactsOptions,
  organisation: string,
  headSha: string,
): Promise<PartialAnswer<CommitAnswer>> {
  const variables = {
    owner,
    name,
    organisation,
    checkName,
    head: headSha,
    headRef: headSha,
    counts: since !== undefined,
  };
  const action = `read what ${headSha.slice(0, 7)} heads in ${owner}/${name}`;
  const query = (everything: boolean) =>
    client.queryPartially<CommitAnswer>(action, QUERY, { ...variables, everything });
  try {
    return await query(true);
  } catch (error) {
    if (!(error instanceof GitHubError) || error.kind !== 'unavailable') throw error;
    return query(false);
  }
}

/** Of a part that is asked for in another way where it is missing. */
function isOfExtra({ path = [] }: QueryError): boolean {
  const [place, first, second] = path;
  return (
    place === 'repository' && (first === 'head' || first === 'queue' || first === 'newest' || second === 'comparison')
  );
}

function refusePullRequests(errors: readonly QueryError[], { owner, name }: RepositoryName): void {
  const error = errors.find(({ path }) => path?.[0] === 'repository' && path[1] === 'pullRequests');
  if (error === undefined) return;
  const kind = kindOfQueryError(error);
  throw new GitHubError({
    kind,
    action: `read the open pull requests of ${owner}/${name}`,
    reason: error.message,
    missingPermission: kind === 'forbidden' ? 'pull_requests=read' : undefined,
  });
}

async function pullRequestsOf(
  { pullRequests: { nodes, pageInfo } }: AnsweredRepository,
  { client, repository }: CommitFactsOptions,
): Promise<readonly PullRequestState[]> {
  const first = nodes.flatMap((node) => (node === null ? [] : [pullRequestOfNode(node)]));
  const { hasNextPage, endCursor } = pageInfo;
  const others = hasNextPage ? await readOpenPullRequests(client, repository, undefined, endCursor) : [];
  // By number: a list that changes while it is read can hold one twice.
  const byNumber = new Map([...first, ...others].map((pull) => [pull.number, pull]));
  return [...byNumber.values()].sort((left, right) => left.number - right.number);
}

function queueOf({ queue }: AnsweredRepository): readonly RefNode[] | undefined {
  if (queue === null || queue.pageInfo.hasNextPage || queue.nodes.includes(null)) return undefined;
  return queue.nodes.flatMap((node) => (node === null ? [] : [node]));
}

function commentsOf(
  { head }: AnsweredRepository,
  headSha: string,
  identity: OwnIdentity,
): ReadonlyMap<number, readonly SummaryComment[]> {
  const known = new Map<number, readonly SummaryComment[]>();
  for (const pull of head?.associatedPullRequests?.nodes ?? []) {
    const comments = pull?.headRefOid === headSha ? summaryCommentsOfNodes(pull.comments, identity) : undefined;
    if (pull !== null && comments !== undefined) known.set(pull.number, comments);
  }
  return known;
}

function conversationsOf(
  { head }: AnsweredRepository,
  headSha: string,
  identity: OwnIdentity,
): ReadonlyMap<number, Conversation> {
  const known = new Map<number, Conversation>();
  for (const pull of head?.associatedPullRequests?.nodes ?? []) {
    if (pull?.headRefOid !== headSha || pull.reviewThreads.pageInfo.hasNextPage) continue;
    known.set(pull.number, conversationOfNodes(pull, pull.reviewThreads.nodes, identity));
  }
  return known;
}

function mergeBasesOf({ defaultBranchRef: branch }: AnsweredRepository, headSha: string): CommitFacts['mergeBases'] {
  const base = branch?.target?.oid;
  if (base === undefined || !branch?.comparison) return undefined;
  const found = mergeBasesOfComparison(branch.comparison, base, headSha);
  return found === undefined ? undefined : { base, found };
}

/** `everything` is false for what must be there only. */
const QUERY = `query (
  $owner: String!, $name: String!, $organisation: String!
  $head: GitObjectID!, $headRef: String!, $checkName: String!, $everything: Boolean!
  $counts: Boolean!
) {
  organisation: repository(owner: $owner, name: $organisation) { defaultBranchRef { ...organisationPolicy } }
  repository(owner: $owner, name: $name) {
    defaultBranchRef { ...repositoryPolicy ...comparison }
    pullRequests(states: OPEN, first: 100, orderBy: { field: CREATED_AT, direction: ASC }) {
      nodes { ...pullRequest }
      pageInfo { hasNextPage endCursor }
    }
    newest: pullRequests(first: 51, orderBy: { field: CREATED_AT, direction: DESC }) @include(if: $counts) {
      nodes { createdAt }
    }
    queue: refs(refPrefix: "refs/heads/gh-readonly-queue/", first: 100) {
      nodes { name prefix target { oid } }
      pageInfo { hasNextPage }
    }
    head: object(oid: $head) @include(if: $everything) { ... on Commit {
      checkSuites(first: 20, filterBy: { checkName: $checkName }) {
        nodes {
          app { databaseId slug }
          checkRuns(first: 50, filterBy: { checkName: $checkName, checkType: ALL }) {
            nodes { databaseId url externalId status conclusion annotations(first: 1) { totalCount } }
            pageInfo { hasNextPage }
          }
        }
        pageInfo { hasNextPage }
      }
      associatedPullRequests(first: 5) { nodes {
        number headRefOid
        comments(first: 100) {
          nodes { fullDatabaseId url body viewerDidAuthor author { __typename login } }
          pageInfo { hasNextPage }
        }
        state locked
        reviewThreads(first: 30) { nodes { ...reviewThread } pageInfo { hasNextPage endCursor } }
      } }
    } }
  }
}
fragment comparison on Ref { comparison: compare(headRef: $headRef) @include(if: $everything) {
  aheadBy behindBy
  baseTarget { oid }
  headTarget { oid }
  commits(first: 100) { nodes { oid parents(first: 5) { totalCount nodes { oid } } } }
} }
${POLICY_FRAGMENTS}
${THREAD_FRAGMENTS}
${PULL_REQUEST_FRAGMENT}`;
