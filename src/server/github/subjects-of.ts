/** What a commit is the head of, out of what GitHub lists. Pure. */
import type { PullRequestState } from '../../github/read-pull-request-state.ts';
import type { Subject } from '../check/subject.ts';
import type { ListedMergeGroup } from './list-merge-groups.ts';

/** In the order of `pulls`, which have this head, and then of `groups`, of which those with this head count. */
export function subjectsOf(
  headSha: string,
  pulls: readonly PullRequestState[],
  groups: readonly ListedMergeGroup[],
): readonly Subject[] {
  const subjects = pulls.map(
    ({ number, baseRef, baseSha, headRepository }): Subject => ({
      pullRequest: number,
      baseRef,
      base: { kind: 'pull-request', sha: baseSha, ref: baseRef },
      headSha,
      headRepository,
    }),
  );
  for (const { baseRef, baseSha } of groups.filter((group) => group.headSha === headSha)) {
    const base = { kind: 'merge-group', sha: baseSha } as const;
    subjects.push({ pullRequest: undefined, baseRef, base, headSha, headRepository: undefined });
  }
  return subjects;
}
