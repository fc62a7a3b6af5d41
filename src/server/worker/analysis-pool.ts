/**
 * As many worker threads as the server may use, started when they are needed and kept while they live. Orders beyond
 * that wait in turn: first those somebody waits for, and one thread is always left to them where there are several.
 */
import type { Report } from '../../model/report.ts';
import type { ChangeSource } from '../../source/snapshot.ts';
import { AnalysisThread, type ThreadOptions } from './analysis-thread.ts';
import type { AnalysisOrder } from './messages.ts';

export interface PoolOptions extends ThreadOptions {
  readonly threads: number;
}

export interface AnalysisSettings extends Pick<AnalysisOrder, 'policy' | 'asOf'> {
  /** Somebody waits for it; else it can wait. */
  readonly urgent: boolean;
}

export class AnalysisPool {
  readonly #options: PoolOptions;
  readonly #idle: AnalysisThread[] = [];
  readonly #all = new Set<AnalysisThread>();
  readonly #urgent: (() => void)[] = [];
  readonly #others: (() => void)[] = [];
  #busy = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Throws AnalysisFailed, the error of the source, or the reason of the signal. */
  async analyse(
    change: ChangeSource,
    { urgent, ...settings }: AnalysisSettings,
    signal?: AbortSignal,
  ): Promise<Report> {
    await this.#turn(urgent);
    const thread = this.#take();
    try {
      const before = change.before.map(({ id }) => id);
      return await thread.analyse(change, { ...settings, before, after: change.after.id }, signal);
    } finally {
      if (thread.hasEnded) this.#all.delete(thread);
      else this.#idle.push(thread);
      this.#busy -= 1;
      this.#startNext();
    }
  }

  /** Ends all threads; orders under way fail. */
  async close(): Promise<void> {
    await Promise.all([...this.#all].map((thread) => thread.end()));
  }

  #take(): AnalysisThread {
    const idle = this.#idle.pop();
    if (idle !== undefined && !idle.hasEnded) return idle;
    if (idle !== undefined) this.#all.delete(idle);
    const thread = new AnalysisThread(this.#options);
    this.#all.add(thread);
    return thread;
  }

  async #turn(urgent: boolean): Promise<void> {
    await new Promise<void>((resolve) => {
      (urgent ? this.#urgent : this.#others).push(resolve);
      this.#startNext();
    });
  }

  /** Gives the free threads to those who wait longest. */
  #startNext(): void {
    const { threads } = this.#options;
    while (this.#busy < threads) {
      const mayOthers = this.#busy < Math.max(1, threads - 1);
      const start = this.#urgent.shift() ?? (mayOthers ? this.#others.shift() : undefined);
      if (start === undefined) return;
      this.#busy += 1;
      start();
    }
  }
}
