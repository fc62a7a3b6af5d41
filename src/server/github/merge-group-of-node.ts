/** A merge group out of a branch that GraphQL lists below the prefix of GitHub's merge queues. Pure. */
import type { RefNode } from '../../github/commit/commit-answer.ts';
import type { ListedMergeGroup } from './list-merge-groups.ts';
import { parseMergeGroupRef } from './parse-merge-group-ref.ts';

const PREFIX = 'refs/heads/gh-readonly-queue/';

/** None for any other branch. A name may be relative to `refs/heads/` or to the prefix that was asked for. */
export function mergeGroupOfNode({ name, prefix, target }: RefNode): readonly ListedMergeGroup[] {
  const group = parseMergeGroupRef(`${prefix}${name}`) ?? parseMergeGroupRef(`${PREFIX}${name}`);
  return group === undefined || target === null ? [] : [{ ...group, headSha: target.oid }];
}
