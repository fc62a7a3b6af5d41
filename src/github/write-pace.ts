/**
 * Spaces requests that change something, as GitHub asks of integrations. Stands in for the throttling plugin's own
 * limiters, which also hold back every GraphQL query for a second. A few may go at once where somebody waits for a pull
 * request, at the price of those after them; what can wait goes only when nothing is owed.
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
import type { Priority } from './github-client.ts';

/** With one a second after them it stays below GitHub's 80 a minute: a check, a comment and a conclusion of three. */
const AT_ONCE = 9;

export class WritePace {
  readonly #pause: number;
  readonly #now: () => number;
  readonly #waiting: Record<Priority, (() => void)[]> = { 'pull-request': [], backfill: [] };
  /** When all that was sent would have been sent at one each pause. */
  #paidUntil = 0;
  #timer: NodeJS.Timeout | undefined;

  /** `pause`: milliseconds between two starts, on average. */
  constructor(pause: number, now: () => number) {
    this.#pause = pause;
    this.#now = now;
  }

  /** Resolves when the caller may send: pull requests first, each in the order of the calls. */
  turn(priority: Priority): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting[priority].push(resolve);
      this.#next();
    });
  }

  #next(): void {
    clearTimeout(this.#timer);
    for (const priority of ['pull-request', 'backfill'] as const) {
      const queue = this.#waiting[priority];
      while (queue.length > 0) {
        const delay = this.#delay(priority);
        if (delay > 0) {
          this.#timer = setTimeout(() => this.#next(), delay);
          return;
        }
        this.#paidUntil = Math.max(this.#paidUntil, this.#now()) + this.#pause;
        queue.shift()?.();
      }
    }
  }

  #delay(priority: Priority): number {
    const now = this.#now();
    // A clock that was set back must not hold writes back for longer than the pace itself would.
    this.#paidUntil = Math.min(this.#paidUntil, now + AT_ONCE * this.#pause);
    return this.#paidUntil - now - (priority === 'backfill' ? 0 : (AT_ONCE - 1) * this.#pause);
  }
}
