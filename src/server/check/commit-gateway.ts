/**
 * The port to GitHub for one repository at one priority, as the check job uses it. Errors are GitHubError or
 * QuotaReserved. `src/server/github/` implements it; tests hand in their own.
 */
import type { GitHubPolicy } from '../../github/read-policy-answer.ts';
import type { ListedPullRequest } from '../github/listed-pull-request.ts';
import type { Publication, Published } from '../../github/publish/publish-report.ts';
import type { ListedCheckRuns } from '../../github/publish/list-check-runs.ts';
import type { SummaryComment } from '../../github/publish/list-summary-comments.ts';
import type { Conversation } from '../../github/publish/review/conversation-of-nodes.ts';
import type { SarifUpload } from '../../github/publish/upload-sarif.ts';
import type { StartedCheckRun } from '../../github/publish/start-check-run.ts';
import type { BudgetLimits } from '../../model/budget.ts';
import type { ChangeSource } from '../../source/snapshot.ts';
import type { Subject } from './subject.ts';

/** The work a check run belongs to; see CheckRunTarget. */
export interface CheckIdentity {
  readonly headSha: string;
  readonly externalId: string;
}

/** What a conclusion rests on, and what we wrote about the commit so far, all of one moment. */
export interface CommitReading {
  readonly subjects: readonly Subject[];
  readonly policy: GitHubPolicy;
  /** Check runs of our name; undefined where they have to be asked for. */
  readonly checks: ListedCheckRuns | undefined;
  /** Our comments by pull request; of those that are missing they have to be asked for. */
  readonly comments: ReadonlyMap<number, readonly SummaryComment[]>;
  /** Review threads by pull request; of those that are missing they have to be asked for. */
  readonly conversations: ReadonlyMap<number, Conversation>;
}

export interface CommitGateway {
  /** Open pull requests and merge groups with this head, in one order. */
  readSubjects(headSha: string): Promise<readonly Subject[]>;
  /** The same with everything else a conclusion needs. Never remembered. */
  read(headSha: string): Promise<CommitReading>;
  /** Head commits of everything open, as `read` last saw them; undefined before it did. */
  openHeads(): ReadonlySet<string> | undefined;
  openChange(subject: Subject, limits: Pick<BudgetLimits, 'fileBytes' | 'treeEntries'>): Promise<ChangeSource>;
  /** The run of this work, created in progress where there is none. `checks`: as they were read a moment ago. */
  startCheck(check: CheckIdentity, checks?: ListedCheckRuns): Promise<StartedCheckRun>;
  publish(check: CheckIdentity, publication: CommitPublication): Promise<Published>;
  /** Sends the head's findings to code scanning; undefined where that is not permitted, or was refused a while ago. */
  uploadAlerts(
    pullRequest: number,
    headSha: string,
    render: (maxResults: number) => string,
  ): Promise<SarifUpload | undefined>;
  /** Concludes without a verdict. */
  failCheck(check: CheckIdentity, reason: string): Promise<void>;
  /** Concludes what is still in progress on a commit that heads nothing any more. */
  closeAbandoned(headSha: string, checks?: ListedCheckRuns): Promise<void>;
  listPullRequests(): Promise<readonly ListedPullRequest[]>;
  /** Head commits of the merge groups that wait now. */
  listMergeGroups(): Promise<readonly string[]>;
  /** `https://github.com/acme/shop` without its end: for permanent links. */
  readonly webUrl: string;
}

export type CommitPublication = Omit<Publication, 'comments'> & {
  readonly comments: readonly {
    readonly pullRequest: number;
    readonly report: Publication['comments'][number]['report'];
    readonly known: Publication['comments'][number]['known'];
    readonly review: Publication['comments'][number]['review'];
    readonly located?: Publication['comments'][number]['located'];
    readonly conversation: Publication['comments'][number]['conversation'];
  }[];
};
