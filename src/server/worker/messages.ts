/**
 * What crosses between the server and a worker thread: plain data, no token, no handle. The worker asks for the trees
 * piece by piece; the server reads them from GitHub. Does nothing.
 */
import type { PolicySources } from '../../model/policy.ts';
import type { Problem } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import type { TreeEntry } from '../../model/tree.ts';

/** Given to a worker when it starts. */
export interface WorkerSetup {
  readonly rulePackFile: string;
  /** `threatdiff 1.2.3` */
  readonly engine: string;
}

/** One analysis. Trees are named by their place: those before, then the one after. */
export interface AnalysisOrder {
  readonly before: readonly string[];
  readonly after: string;
  readonly policy: PolicySources;
  /** `YYYY-MM-DD`, UTC. */
  readonly asOf: string;
}

export type ToWorker =
  | { readonly type: 'analyse'; readonly order: AnalysisOrder }
  | { readonly type: 'answer'; readonly call: number; readonly answer: TreeAnswer }
  | { readonly type: 'unreadable'; readonly call: number; readonly message: string };

export type FromWorker =
  | { readonly type: 'ready' }
  | ({ readonly type: 'ask'; readonly call: number } & TreeQuestion)
  | { readonly type: 'done'; readonly report: Report }
  /** `expected`: a sentence for people; else an error of ours, whose text is for the log. */
  | { readonly type: 'failed'; readonly message: string; readonly expected: boolean };

/** `tree` counts those before from 0; the last is the one after. Without paths it asks for the list of entries. */
export interface TreeQuestion {
  readonly tree: number;
  readonly paths?: readonly string[];
}

export interface TreeAnswer {
  readonly entries?: readonly TreeEntry[];
  /** By blob id. */
  readonly contents?: ReadonlyMap<string, Uint8Array>;
  /** What the source could not list or read so far. */
  readonly problems: readonly Problem[];
}
