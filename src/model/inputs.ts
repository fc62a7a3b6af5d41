/**
 * `inputs.json`: everything a run looked at, so that the same report can be made again anywhere. Holds the blobs that
 * were read and no others. Schema: `docs/schemas/inputs.schema.json`.
 */
import type { PolicySources } from './policy.ts';
import type { Problem } from './problem.ts';
import type { TreeEntry } from './tree.ts';

/** UTF-8 content as text, everything else as base64. The blob id is checked when it is read. */
export type RecordedBlob = { readonly text: string } | { readonly base64: string };

export interface RecordedTree {
  readonly id: string;
  readonly entries: readonly TreeEntry[];
  /** By blob id. */
  readonly blobs: Readonly<Record<string, RecordedBlob>>;
  /** What the source itself could not list or read. */
  readonly problems: readonly Problem[];
}

/** A plan (`terraform show -json`) handed in beside the tree: evidence of a run, which may add findings only. */
export interface GivenPlan {
  /** As it was named; for people. */
  readonly file: string;
  /** The directory it was made in, from the root of the tree; `.` is the root. */
  readonly directory: string;
  readonly text: string;
}

export interface RecordedInputs {
  readonly schema: 'https://threatdiff.dev/schemas/inputs/1';
  readonly engine: string;
  readonly rulePack: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly asOf: string;
  readonly before: readonly RecordedTree[];
  readonly after: RecordedTree;
  /** Of the after side. */
  readonly plans?: readonly GivenPlan[];
  readonly policy: PolicySources;
}
