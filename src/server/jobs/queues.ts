/** The names of the server's queues, and which work goes before which. Does nothing. */
import type { Urgency } from './check-job.ts';

/** Higher first. */
export const PRIORITIES: Readonly<Record<Urgency, number>> = { 'pull-request': 100, policy: 50, backfill: 10 };

export type QueueName = 'check' | 'repository' | 'installation' | 'sweep';
