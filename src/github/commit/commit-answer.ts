/**
 * The shape of the answer to the one question behind a conclusion. Everything below `head`, `queue` and `comparison` may
 * be missing. Types only.
 */
import type { ConversationNode } from '../publish/review/conversation-query.ts';
import type { PullRequestPage } from '../read-open-pull-requests.ts';
import type { PolicyAnswer } from '../read-policy-answer.ts';
import type { CheckSuiteNodes } from './check-runs-of-suites.ts';
import type { ComparisonNode } from './merge-bases-of-comparison.ts';
import type { CommentNodes } from './summary-comments-of-nodes.ts';

export interface RefNode {
  readonly name: string;
  readonly prefix: string;
  readonly target: { readonly oid: string } | null;
}

export interface CommitAnswer {
  readonly organisation: PolicyAnswer['organisation'];
  readonly repository: AnsweredRepository | null;
}

type PolicyBranch = NonNullable<NonNullable<PolicyAnswer['repository']>['defaultBranchRef']>;
type WithMore = { readonly pageInfo: { readonly hasNextPage: boolean } };

export interface AnsweredRepository {
  readonly defaultBranchRef: (PolicyBranch & { readonly comparison?: ComparisonNode | null }) | null;
  readonly pullRequests: PullRequestPage;
  /** Of any state, the newest first. */
  readonly newest?: { readonly nodes: readonly ({ readonly createdAt: string } | null)[] } | null;
  readonly queue: (WithMore & { readonly nodes: readonly (RefNode | null)[] }) | null;
  readonly head?: {
    readonly checkSuites?: CheckSuiteNodes | null;
    readonly associatedPullRequests?: { readonly nodes: readonly (Conversation | null)[] } | null;
  } | null;
}

interface Conversation extends ConversationNode {
  readonly number: number;
  readonly comments: CommentNodes;
}
