/** The queues of the server: how often each job is tried and how long it may take. Does nothing. */
import type { QueueDefinition } from '../../queue/queue.ts';
import type { Urgency } from './check-job.ts';

/** Higher first. */
export const PRIORITIES: Readonly<Record<Urgency, number>> = { 'pull-request': 100, policy: 50, backfill: 10 };

export type QueueName = 'check' | 'repository' | 'installation' | 'sweep';

const LISTING = {
  retries: 8,
  retryDelaySeconds: 2,
  maxRetryDelaySeconds: 300,
  expireSeconds: 900,
  heartbeatSeconds: 30,
};

/** An outage of GitHub of half an hour keeps a check pending; then it fails. */
export const QUEUES: readonly (QueueDefinition & { readonly name: QueueName })[] = [
  {
    name: 'check',
    retries: 12,
    retryDelaySeconds: 2,
    maxRetryDelaySeconds: 300,
    expireSeconds: 900,
    heartbeatSeconds: 30,
  },
  { name: 'repository', ...LISTING },
  { name: 'installation', ...LISTING },
  { name: 'sweep', ...LISTING },
];
