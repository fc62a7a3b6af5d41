/** What every kind of job needs: the queue, the store, GitHub and the clock. Plain data and ports. */
import type { OpenHeads } from '../../github/read-open-heads.ts';
import type { Queue } from '../../queue/queue.ts';
import type { Store } from '../../store/store.ts';
import type { CheckDependencies } from '../check/check-dependencies.ts';
import type { CommitGateway } from '../check/commit-gateway.ts';
import type { Log } from '../log.ts';
import type { AnalysisPool } from '../worker/analysis-pool.ts';
import type { RepositoryCoordinates, Urgency } from './check-job.ts';

export interface RepositoryHeads {
  readonly repository: RepositoryCoordinates;
  /** Undefined where the repository needs a look of its own. */
  readonly heads: OpenHeads | undefined;
}

export interface InstallationGateway {
  /** Ids of the installations of this App that are not suspended. */
  listInstallations(): Promise<readonly number[]>;
  /** Repositories that are not archived, with what is open in each; many in one request. */
  listOpenHeads(installationId: number, urgency: Urgency): AsyncIterable<RepositoryHeads>;
  forCommits(repository: RepositoryCoordinates, urgency: Urgency): CommitGateway;
}

export interface WorkContext {
  readonly queue: Pick<Queue, 'enqueue'>;
  readonly store: Pick<Store, 'checks' | 'pullRequests' | 'reports' | 'leases' | 'prune'>;
  readonly github: InstallationGateway;
  readonly analyse: AnalysisPool['analyse'];
  readonly rule: CheckDependencies['rule'];
  readonly facts: CheckDependencies['facts'];
  readonly engine: string;
  readonly rulePack: string;
  readonly log: Log;
  readonly now: () => number;
  /** In front of the names of leases. */
  readonly leaseScope: string;
  /** For people who look: which process this is. */
  readonly holder: string;
  readonly leaseMilliseconds: number;
  readonly sweepMinutes: number;
  /** Called once for each finished check job, for metrics. */
  readonly onCheck: (outcome: string, milliseconds: number) => void;
}
