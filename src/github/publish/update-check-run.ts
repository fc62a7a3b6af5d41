/** One update of a check run of ours. Sends what it is given, once; retries are the caller's. */
import type { CheckAnnotation } from '../../reporters/check-run/check-annotation.ts';
import type { GitHubClient } from '../github-client.ts';
import type { CheckRunTarget } from './check-run-target.ts';

export interface CheckRunUpdate {
  /** Without it the run stays in progress. */
  readonly conclusion?: 'success' | 'failure' | 'neutral';
  /** ISO 8601; with a conclusion. */
  readonly completedAt?: string;
  readonly output: {
    readonly title: string;
    readonly summary: string;
    readonly text?: string;
    /** Added to those that are there. */
    readonly annotations?: readonly CheckAnnotation[];
  };
  readonly actions?: readonly CheckRunAction[];
}

/** A button beside the check. GitHub shows three, of 20, 40 and 20 characters. */
export interface CheckRunAction {
  readonly label: string;
  readonly description: string;
  readonly identifier: string;
}

const MAX_ACTIONS = 3;

/** Throws GitHubError. */
export async function updateCheckRun(
  client: GitHubClient,
  { owner, repo }: CheckRunTarget,
  id: number,
  { conclusion, completedAt, output, actions = [] }: CheckRunUpdate,
): Promise<void> {
  const { annotations = [], ...texts } = output;
  const state =
    conclusion === undefined
      ? { status: 'in_progress' as const }
      : {
          status: 'completed' as const,
          conclusion,
          ...(completedAt === undefined ? {} : { completed_at: completedAt }),
        };
  await client.call(`update a check in ${owner}/${repo}`, (octokit) =>
    octokit.rest.checks.update({
      owner,
      repo,
      check_run_id: id,
      ...state,
      output: { ...texts, ...(annotations.length === 0 ? {} : { annotations: [...annotations] }) },
      ...(actions.length === 0 ? {} : { actions: actions.slice(0, MAX_ACTIONS).map(clip) }),
      // An update with annotations that is repeated after a lost answer would have them twice.
      ...(annotations.length === 0 ? {} : { request: { retries: 0 } }),
    }),
  );
}

function clip({ label, description, identifier }: CheckRunAction): CheckRunAction {
  return { label: label.slice(0, 20), description: description.slice(0, 40), identifier: identifier.slice(0, 20) };
}
