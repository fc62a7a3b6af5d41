/**
 * Sends a request that must not happen twice. When an answer tells nothing, it looks first, and twice: GitHub may serve
 * a read that is a moment old. Sends again only what it did not find.
 */
import { isFateUnknown } from './is-fate-unknown.ts';
import type { PublishTiming } from './publish-timing.ts';

export interface OnceOptions<T> {
  readonly send: () => Promise<T>;
  /** What `send` would have returned, where it happened. */
  readonly find: () => Promise<T | undefined>;
  readonly wait: PublishTiming['wait'];
}

const ATTEMPTS = 3;
const LOOKS = 2;
const SECOND = 1000;

/** Throws what the last attempt threw, and every refusal at once. */
export async function sendOnce<T>({ send, find, wait }: OnceOptions<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (!isFateUnknown(error)) throw error;
      const found = await lookTwice(find, () => wait(attempt * SECOND));
      if (found !== undefined) return found;
      if (attempt >= ATTEMPTS) throw error;
    }
  }
}

async function lookTwice<T>(find: () => Promise<T | undefined>, wait: () => Promise<void>): Promise<T | undefined> {
  for (let look = 0; look < LOOKS; look += 1) {
    await wait();
    const found = await find();
    if (found !== undefined) return found;
  }
  return undefined;
}
