/**
 * Makes the queues of a deployment, each with its dead letters, and brings those of an earlier release up to date.
 */
import type { PgBoss } from 'pg-boss';
import { deadQueueName } from './dead-queue-name.ts';
import type { QueueDefinition } from './queue.ts';

const DAY_SECONDS = 86_400;
/** Completed jobs say nothing GitHub does not; an hour of them is enough to look at. */
const KEEP_COMPLETED_SECONDS = 3_600;

/** Idempotent; replicas may call it at once. */
export async function createQueues(boss: PgBoss, definitions: readonly QueueDefinition[]): Promise<void> {
  for (const definition of definitions) {
    const dead = deadQueueName(definition.name);
    // A dead letter is tried for about a day: it is what tells a pull request that its check could not run.
    const deadSettings = {
      ...settingsOf(definition),
      retryLimit: 30,
      retryDelayMax: 3_600,
      deleteAfterSeconds: DAY_SECONDS,
    };
    const settings = { ...settingsOf(definition), deadLetter: dead };
    await boss.createQueue(dead, { ...deadSettings, policy: 'standard' });
    await boss.updateQueue(dead, deadSettings);
    // `short` is one job of a key in state created; pg-boss's policies that also limit active ones make a fetch fail
    // while the first job in line is of a busy key. That limit is a group of one job instead.
    await boss.createQueue(definition.name, { ...settings, policy: 'short' });
    await boss.updateQueue(definition.name, settings);
  }
}

function settingsOf(definition: QueueDefinition) {
  return {
    notify: true,
    retryLimit: definition.retries,
    retryDelay: definition.retryDelaySeconds,
    retryDelayMax: definition.maxRetryDelaySeconds,
    retryBackoff: true,
    expireInSeconds: definition.expireSeconds,
    heartbeatSeconds: definition.heartbeatSeconds,
    retentionSeconds: 14 * DAY_SECONDS,
    deleteAfterSeconds: KEEP_COMPLETED_SECONDS,
  };
}
