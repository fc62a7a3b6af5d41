/** Whether the policy files that hold now are valid, and whether they let anything block. Reads the default branch. */
import { loadPolicy } from '../config/load-policy.ts';
import { loadWaivers } from '../config/load-waivers.ts';
import type { GitHubClient } from '../github/github-client.ts';
import { loadGitHubPolicy } from '../github/load-github-policy.ts';
import type { RepositoryName } from '../github/repository-name.ts';
import type { Problem } from '../model/problem.ts';
import { describePlace } from '../reporters/describe-place.ts';
import type { Diagnosis } from './diagnosis.ts';
import { look } from './look.ts';

const ABOUT = 'policy';
const SHOWN = 10;

export interface PolicyQuestion {
  readonly repository: RepositoryName;
  readonly organisationPolicyRepository: string | undefined;
  /** `YYYY-MM-DD`, UTC. */
  readonly asOf: string;
}

/** One request. */
export async function diagnosePolicy(
  client: GitHubClient,
  { repository, organisationPolicyRepository: named, asOf }: PolicyQuestion,
): Promise<readonly Diagnosis[]> {
  const places = { client, repository, ...(named === undefined ? {} : { organisationPolicyRepository: named }) };
  const read = await look(loadGitHubPolicy(places));
  if (read.kind !== 'seen') return [{ about: ABOUT, state: 'unknown', says: read.why }];
  const { sources } = read.value;
  const loaded = loadPolicy(sources, asOf);
  const waivers = loadWaivers(sources, { asOf, maxDays: loaded.policy.waivers.maxDays });
  const wrong = [...loaded.problems, ...waivers.problems];
  const found = wrong.slice(0, SHOWN).map(describeProblem);
  const files = [sources.organisation, sources.repository].filter((each) => each?.policy !== undefined).length;
  const what = files === 0 ? 'No policy file: the defaults hold.' : 'The policy files are valid.';
  return [...(found.length === 0 ? [{ about: ABOUT, state: 'ok' as const, says: what }] : found), ...judgeMode(loaded)];
}

function describeProblem({ message, location, hint, code }: Problem): Diagnosis {
  const state = code === 'policy-invalid' || code === 'waiver-invalid' ? 'problem' : 'warning';
  const says = `${describePlace(location)}: ${message}`;
  return { about: ABOUT, state, says, ...(hint === undefined ? {} : { remedy: hint }) };
}

function judgeMode({ policy }: ReturnType<typeof loadPolicy>): readonly Diagnosis[] {
  if (policy.mode !== 'monitor') return [];
  const says = 'Policy says mode: monitor, so that nothing is held up.';
  return [{ about: ABOUT, state: 'warning', says, remedy: 'Write mode: enforce when you want it to.' }];
}
