/**
 * Spaces requests that change something, as GitHub asks of integrations, one after the other. Stands in for the
 * throttling plugin's own limiters, which also hold back every GraphQL query for a second.
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests
 */

export class WritePace {
  readonly #pause: number;
  readonly #now: () => number;
  #last: Promise<void> = Promise.resolve();
  #earliest = 0;

  /** `pause`: milliseconds between two starts. */
  constructor(pause: number, now: () => number) {
    this.#pause = pause;
    this.#now = now;
  }

  /** Resolves when the caller may send, in the order of the calls. */
  turn(): Promise<void> {
    this.#last = this.#last.then(() => this.#wait());
    return this.#last;
  }

  async #wait(): Promise<void> {
    const delay = Math.min(this.#earliest - this.#now(), this.#pause);
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    this.#earliest = this.#now() + this.#pause;
  }
}
