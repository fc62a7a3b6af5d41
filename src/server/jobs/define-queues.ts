/** The queues of the server: how often each job is tried and how long it may take. Starts nothing. */
import type { QueueDefinition } from '../../queue/queue.ts';
import type { QueueName } from './queues.ts';

const LISTING = { retries: 8, retryDelaySeconds: 2, maxRetryDelaySeconds: 300, expireSeconds: 900 };
/** An outage of GitHub of half an hour keeps a check pending; then it fails. */
const CHECK = { ...LISTING, retries: 12 };

/** @param heartbeatSeconds after so long without a sign of life of its process a job runs elsewhere; at least 10. */
export function defineQueues(heartbeatSeconds: number): readonly (QueueDefinition & { readonly name: QueueName })[] {
  return [
    { name: 'check', ...CHECK, heartbeatSeconds },
    { name: 'repository', ...LISTING, heartbeatSeconds },
    { name: 'installation', ...LISTING, heartbeatSeconds },
    { name: 'sweep', ...LISTING, heartbeatSeconds },
  ];
}
