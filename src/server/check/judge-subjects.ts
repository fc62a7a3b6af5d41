/** One report for each thing a commit heads. What is compared with the same commits under the same policy is judged once. */
import type { Report } from '../../model/report.ts';
import type { CheckDependencies } from './check-dependencies.ts';
import type { CommitState } from './read-commit-state.ts';

/** In the order of the subjects. Throws what the analysis throws. */
export async function judgeSubjects(
  { subjects, policy }: CommitState,
  { analyse, identity, signal }: Pick<CheckDependencies, 'analyse' | 'identity' | 'signal'>,
): Promise<readonly Report[]> {
  const known = new Map<string, Report>();
  const reports: Report[] = [];
  for (const { change } of subjects) {
    const key = change.before.map(({ id }) => id).join(' ');
    const report = known.get(key) ?? (await analyse(change, { policy, asOf: identity.asOf }, signal));
    known.set(key, report);
    reports.push(report);
  }
  return reports;
}
