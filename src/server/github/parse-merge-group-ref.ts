/**
 * What the name of a merge queue's branch says: `refs/heads/gh-readonly-queue/main/pr-12-<base commit>`. GitHub makes
 * these names; the commit in it is what the event calls `base_sha`.
 */
export interface MergeGroupRef {
  readonly baseRef: string;
  readonly baseSha: string;
}

const PREFIX = 'refs/heads/gh-readonly-queue/';
const END = /\/pr-\d{1,10}-([0-9a-f]{40}|[0-9a-f]{64})$/;

/** Undefined for any other branch. */
export function parseMergeGroupRef(ref: string): MergeGroupRef | undefined {
  if (!ref.startsWith(PREFIX)) return undefined;
  const end = END.exec(ref);
  const baseRef = ref.slice(PREFIX.length, end?.index ?? PREFIX.length);
  return end?.[1] === undefined || baseRef === '' ? undefined : { baseRef, baseSha: end[1] };
}
