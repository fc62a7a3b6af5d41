/**
 * A store and, for each test, an empty queue on one engine, with the hooks that open and close them. Loaded by tests
 * only.
 */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { openQueue } from '../../src/queue/open-queue.ts';
import type { JobRequest, Queue } from '../../src/queue/queue.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import type { TestEngines } from './open-engines.ts';

export interface QueueFixture {
  readonly store: Store;
  /** Of the current test. */
  readonly queue: Queue;
  readonly name: string;
  job(key: string, change?: Partial<JobRequest>): JobRequest;
  /** Stops the queue and opens it again on the same jobs, as after a restart. */
  reopen(pollSeconds?: number): Promise<void>;
}

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Waits for a condition; throws when it does not hold in time. */
export async function until(condition: () => boolean, milliseconds = 12_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > end) throw new Error('did not happen in time');
    await sleep(5);
  }
}

/** Registers the hooks of a `describe` block; every job there may fail once and is retried after a second. */
export function queueFixture(test: TestEngines, engine: 'embedded' | 'server'): QueueFixture {
  const open: { store?: Store; queue?: Queue } = {};
  const errors: Error[] = [];
  let count = 0;
  const name = () => `check-${count}`;
  const start = async (pollSeconds = 0.5) => {
    if (open.store === undefined) throw new Error('no store');
    const times = { retryDelaySeconds: 1, maxRetryDelaySeconds: 1, expireSeconds: 60, heartbeatSeconds: 20 };
    open.queue = await openQueue({
      connection: open.store.connection,
      queues: [{ name: name(), retries: 1, ...times }],
      now: () => new Date(),
      pollSeconds,
      onError: (error) => errors.push(error),
    });
  };
  beforeAll(async () => {
    open.store = await openStore({ ...(await test.place(engine)), now: () => new Date() });
  });
  beforeEach(() => {
    count += 1;
    return start();
  });
  afterEach(async () => {
    await open.queue?.stop(1_000);
    expect(errors).toEqual([]);
  });
  afterAll(() => open.store?.close());
  return {
    get store() {
      if (open.store === undefined) throw new Error('no store');
      return open.store;
    },
    get queue() {
      if (open.queue === undefined) throw new Error('no queue');
      return open.queue;
    },
    get name() {
      return name();
    },
    job: (key, change = {}) => ({ name: name(), key, data: { key }, priority: 0, ...change }),
    reopen: async (pollSeconds) => {
      await open.queue?.stop(1_000);
      await start(pollSeconds);
    },
  };
}
