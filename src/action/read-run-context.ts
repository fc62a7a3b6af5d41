/**
 * Where a run takes place, from the variables a runner sets. Reads the environment it is handed and nothing else.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
import { UserError } from '../config/user-error.ts';
import type { GitHubRepository } from '../github/repository-name.ts';
import type { Environment } from './action-host.ts';

export interface RunContext {
  readonly eventName: string;
  readonly eventFile: string;
  readonly repository: GitHubRepository;
  /** The commit of the workflow run: of a state, what is judged. */
  readonly sha: string;
  readonly apiUrl: string;
  /** `https://github.com`; without a slash at its end, like the one above. */
  readonly serverUrl: string;
  /** `acme/shop/.github/workflows/check.yml@refs/heads/main`; undefined where the runner does not say. */
  readonly workflowRef: string | undefined;
  readonly runUrl: string;
}

/** Throws a UserError that names the variable which is missing. */
export function readRunContext(environment: Environment): RunContext {
  const text = (name: string): string => {
    const value = environment[name]?.trim();
    if (value !== undefined && value !== '') return value;
    throw new UserError(`${name} is not set.`, 'This program is started by a runner of GitHub Actions.');
  };
  const fullName = text('GITHUB_REPOSITORY');
  const [owner = '', name = '', more] = fullName.split('/');
  const id = Number(text('GITHUB_REPOSITORY_ID'));
  if (owner === '' || name === '' || more !== undefined || !Number.isSafeInteger(id)) {
    throw new UserError('GITHUB_REPOSITORY or GITHUB_REPOSITORY_ID is not what a runner sets.');
  }
  const serverUrl = text('GITHUB_SERVER_URL').replace(/\/$/, '');
  return {
    eventName: text('GITHUB_EVENT_NAME'),
    eventFile: text('GITHUB_EVENT_PATH'),
    repository: { owner, name, id },
    sha: text('GITHUB_SHA'),
    apiUrl: text('GITHUB_API_URL').replace(/\/$/, ''),
    serverUrl,
    workflowRef: environment['GITHUB_WORKFLOW_REF'],
    runUrl: `${serverUrl}/${fullName}/actions/runs/${text('GITHUB_RUN_ID')}`,
  };
}
