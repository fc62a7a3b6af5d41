/**
 * A process to be killed: opens the store and the queue, and works. Started by tests as
 * `node crash-worker.ts <directory> <database URL or -> <hang|finish> [job keys to enqueue]`; says what happens on
 * standard output, one line each.
 */
import { openQueue } from '../../src/queue/open-queue.ts';
import { openStore } from '../../src/store/open-store.ts';

const [directory = '', databaseUrl = '-', mode = 'finish', ...keys] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

const store = await openStore({
  directory,
  now: () => new Date(),
  ...(databaseUrl !== '-' && { databaseUrl }),
}).catch((error: unknown) => {
  say(`refused: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(2);
});
const definition = { name: 'check', retries: 3, retryDelaySeconds: 1, maxRetryDelaySeconds: 5, expireSeconds: 600 };
const queue = await openQueue({
  connection: store.connection,
  queues: [{ ...definition, heartbeatSeconds: 10 }],
  now: () => new Date(),
  onError: (error) => say(`error: ${error.message}`),
});
for (const key of keys) {
  await queue.enqueue({ name: 'check', key, data: { key }, priority: 0 });
  say(`enqueued ${key}`);
}
await queue.work('check', { concurrency: 1 }, async (job) => {
  say(`started ${job.key} ${job.attempt}`);
  if (mode === 'hang') await new Promise(() => undefined);
  say(`done ${job.key} ${job.attempt}`);
});
say('working');
