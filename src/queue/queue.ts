/**
 * Work to be done, kept in the database until it is done. Delivery is at least once: a job may run twice, so every
 * handler has to reach the same end when it does. Losing the queue loses no decision: a sweep over open pull requests
 * finds what is missing and enqueues it again.
 */

/** Plain data, small: identifiers of what to look at. State is read again from GitHub when the job runs. */
export type JobData = Readonly<Record<string, unknown>>;

export interface QueueDefinition {
  /** Letters, digits, `-` and `.` */
  readonly name: string;
  /** Runs after the first one before the job is dead. */
  readonly retries: number;
  /** Before the first retry, seconds; doubles, with jitter, up to {@link maxRetryDelaySeconds}. */
  readonly retryDelaySeconds: number;
  readonly maxRetryDelaySeconds: number;
  /** A run that takes longer is aborted and counts as failed, seconds. */
  readonly expireSeconds: number;
  /** On a server: after this many seconds without a sign of life of its process a job runs elsewhere; at least 10. */
  readonly heartbeatSeconds: number;
}

export interface JobRequest {
  readonly name: string;
  /** What the job is about, such as a pull request: at most one job of a key waits, and at most one runs. */
  readonly key: string;
  readonly data: JobData;
  /** Higher runs first: pull requests above sweeps, sweeps above backfill. At least ten between two kinds. */
  readonly priority: number;
  /** Whose it is, such as a repository: the more of one origin wait at this priority, the later a further one runs. */
  readonly origin?: string;
  /** Not before; absent means now. */
  readonly startAfter?: Date | undefined;
}

export interface Enqueued {
  readonly id: string;
  /**
   * True when a job of the key was waiting: it keeps its place and takes the new data; the higher priority and the
   * earlier start of both count. So a deadline that moved to later fires early and enqueues itself again.
   */
  readonly superseded: boolean;
}

export interface RunningJob {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly data: JobData;
  /** 1 for the first run. */
  readonly attempt: number;
  /** When this run fails, the job is dead. */
  readonly isLastAttempt: boolean;
  /** Aborted when the run takes too long or the process stops. */
  readonly signal: AbortSignal;
  /** Whether a newer job of the same key waits by now: what this one finds out will be found out again. */
  isSuperseded(): Promise<boolean>;
}

/** A job that failed for good; its check still has to be concluded, with the reason. */
export interface DeadJob {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly data: JobData;
  readonly reason: string;
}

export interface WorkOptions {
  /** Jobs at a time in this process. */
  readonly concurrency: number;
  /** These workers take only jobs of this priority or above, so that backfill never occupies all of them. */
  readonly minPriority?: number;
}

export interface QueueCounts {
  /** May run now. */
  readonly waiting: number;
  /** Start later, or wait for a retry. */
  readonly delayed: number;
  readonly active: number;
  /** Failed for good within the retention. */
  readonly failed: number;
  /** Failed for good and not yet handled. */
  readonly dead: number;
  /** Since this process started, in this process. */
  readonly completedHere: number;
  readonly failedRunsHere: number;
}

export interface Queue {
  /**
   * Keeps a job; when this returns, the job survives the process.
   *
   * @throws Error when the database does not answer: the webhook is then answered with an error and sent again.
   */
  enqueue(job: JobRequest): Promise<Enqueued>;
  /** Starts workers. A handler that throws fails its run, and the job is retried. */
  work(name: string, options: WorkOptions, handler: (job: RunningJob) => Promise<void>): Promise<void>;
  /** Starts one worker for jobs that failed for good. */
  workDead(name: string, handler: (job: DeadJob) => Promise<void>): Promise<void>;
  /** By queue. */
  counts(): Promise<ReadonlyMap<string, QueueCounts>>;
  /** Takes no more jobs, waits for running ones up to `graceMs`, then gives the rest back to be retried. Idempotent. */
  stop(graceMs: number): Promise<void>;
}
