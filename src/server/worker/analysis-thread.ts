/**
 * One worker thread, from the server's side: gives it an order, answers its questions, and ends it when it takes too
 * long. A thread that ended is never used again.
 */
import { Worker } from 'node:worker_threads';
import type { Report } from '../../model/report.ts';
import type { ChangeSource, Snapshot } from '../../source/snapshot.ts';
import { AnalysisFailed } from './analysis-failed.ts';
import { answerQuestion } from './answer-question.ts';
import type { AnalysisOrder, FromWorker, ToWorker, WorkerSetup } from './messages.ts';

export interface ThreadLimits {
  /** Of one analysis, its reading included, milliseconds. */
  readonly deadlineMilliseconds: number;
  /** Of the JavaScript heap of one worker, mebibytes. */
  readonly heapMebibytes: number;
}

export interface ThreadOptions extends ThreadLimits, WorkerSetup {
  readonly workerFile: URL;
}

interface Running {
  readonly trees: readonly Snapshot[];
  readonly resolve: (report: Report) => void;
  readonly reject: (error: unknown) => void;
}

export class AnalysisThread {
  readonly #worker: Worker;
  readonly #options: ThreadOptions;
  #running: Running | undefined;
  #ended = false;

  constructor(options: ThreadOptions) {
    this.#options = options;
    const { workerFile, rulePackFile, engine, heapMebibytes } = options;
    this.#worker = new Worker(workerFile, {
      workerData: { rulePackFile, engine } satisfies WorkerSetup,
      // At the limit Node leaves 16 MiB for the collection under way and ends the worker; survivors of a larger young
      // generation (three spaces) would not fit, and V8 would end the whole process instead.
      resourceLimits: { maxOldGenerationSizeMb: heapMebibytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      // Nothing of the server's environment, which holds its secrets.
      env: {},
      argv: [],
      execArgv: [],
    });
    this.#worker.on('message', (message: FromWorker) => void this.#receive(message));
    this.#worker.on('error', (error: Error) => this.#end(explain(error, options)));
    this.#worker.on('exit', (code) => this.#end(new AnalysisFailed(`The analysis ended unexpectedly (code ${code}).`)));
  }

  /** A thread that ended takes no more orders. */
  get hasEnded(): boolean {
    return this.#ended;
  }

  /** One at a time. Throws AnalysisFailed, or the error of the source when that could not be read. */
  async analyse(change: ChangeSource, order: AnalysisOrder, signal?: AbortSignal): Promise<Report> {
    const { deadlineMilliseconds } = this.#options;
    const seconds = Math.round(deadlineMilliseconds / 1000);
    const late = new AnalysisFailed(`The analysis took longer than ${seconds} seconds and was ended.`);
    const timer = setTimeout(() => this.#end(late), deadlineMilliseconds);
    const abort = () => this.#end(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    try {
      return await new Promise<Report>((resolve, reject) => {
        this.#running = { trees: [...change.before, change.after], resolve, reject };
        if (this.#ended) reject(new AnalysisFailed('The analysis could not be started.'));
        else if (signal?.aborted === true) abort();
        else this.#send({ type: 'analyse', order });
      });
    } finally {
      this.#running = undefined;
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  }

  async end(): Promise<void> {
    this.#ended = true;
    await this.#worker.terminate();
  }

  async #receive(message: FromWorker): Promise<void> {
    const running = this.#running;
    if (message.type === 'ready' || running === undefined) return;
    if (message.type === 'done') return running.resolve(message.report);
    if (message.type === 'failed') return running.reject(failure(message));
    const { call } = message;
    try {
      const answer = await answerQuestion(running.trees, message);
      if (this.#running === running) this.#send({ type: 'answer', call, answer });
    } catch (error) {
      // The error itself decides whether it is worth another try; the worker has nothing to go on with.
      this.#end(error);
    }
  }

  #send(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #end(error: unknown): void {
    const running = this.#running;
    this.#ended = true;
    void this.#worker.terminate();
    running?.reject(error);
  }
}

function failure({ message, expected }: Extract<FromWorker, { type: 'failed' }>): AnalysisFailed {
  if (expected) return new AnalysisFailed(message);
  return new AnalysisFailed('The analysis failed because of an error in threatdiff itself.', message);
}

function explain(error: Error, { heapMebibytes }: ThreadLimits): AnalysisFailed {
  const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  const text = isMemory
    ? `The analysis needs more than ${heapMebibytes} MiB of memory.`
    : 'The analysis ended because of an error in threatdiff itself.';
  return new AnalysisFailed(text, error.stack ?? error.message, { cause: error });
}
