/**
 * As many worker threads as the server may use, started when they are needed and kept while they live. Orders beyond
 * that wait in turn.
 */
import type { Report } from '../../model/report.ts';
import type { ChangeSource } from '../../source/snapshot.ts';
import { AnalysisThread, type ThreadOptions } from './analysis-thread.ts';
import type { AnalysisOrder } from './messages.ts';

export interface PoolOptions extends ThreadOptions {
  readonly threads: number;
}

export class AnalysisPool {
  readonly #options: PoolOptions;
  readonly #idle: AnalysisThread[] = [];
  readonly #all = new Set<AnalysisThread>();
  readonly #turns: (() => void)[] = [];
  #busy = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Throws AnalysisFailed, the error of the source, or the reason of the signal. */
  async analyse(
    change: ChangeSource,
    settings: Pick<AnalysisOrder, 'policy' | 'asOf'>,
    signal?: AbortSignal,
  ): Promise<Report> {
    await this.#turn();
    const thread = this.#take();
    try {
      const before = change.before.map(({ id }) => id);
      return await thread.analyse(change, { ...settings, before, after: change.after.id }, signal);
    } finally {
      if (thread.hasEnded) this.#all.delete(thread);
      else this.#idle.push(thread);
      this.#busy -= 1;
      this.#turns.shift()?.();
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

  async #turn(): Promise<void> {
    while (this.#busy >= this.#options.threads) await new Promise<void>((resolve) => this.#turns.push(resolve));
    this.#busy += 1;
  }
}
