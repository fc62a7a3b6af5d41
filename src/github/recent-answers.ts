/**
 * Answers that can never change, because their question names objects by id: trees and merge bases. Bounded by weight,
 * the least recently used goes first. One for a process; a change works without.
 */

interface Kept {
  readonly value: unknown;
  readonly weight: number;
}

export class RecentAnswers {
  readonly #maxWeight: number;
  readonly #kept = new Map<string, Kept>();
  #weight = 0;

  /** `maxWeight`: in files of listed trees; one takes about 300 bytes. */
  constructor(maxWeight: number) {
    this.#maxWeight = maxWeight;
  }

  /** The kept answer, or a new one, which is kept when it succeeds. The key says what type it has. */
  async remember<T>(key: string, weigh: (value: T) => number, ask: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(key);
    if (known !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known.value as T;
    }
    const value = await ask();
    this.#keep(key, { value, weight: weigh(value) });
    return value;
  }

  #keep(key: string, kept: Kept): void {
    if (kept.weight > this.#maxWeight || this.#kept.has(key)) return;
    this.#kept.set(key, kept);
    this.#weight += kept.weight;
    for (const [oldest, { weight }] of this.#kept) {
      if (this.#weight <= this.#maxWeight) return;
      this.#kept.delete(oldest);
      this.#weight -= weight;
    }
  }
}
