/**
 * Everything that has to be right for the check to hold a merge in one repository, looked at in the order in which it is
 * set up. Changes nothing; what cannot be seen is said, never guessed.
 */
import type { GitHubClient } from '../github/github-client.ts';
import type { RepositoryName } from '../github/repository-name.ts';
import type { BranchFacts } from './branch-facts.ts';
import { diagnoseBypass } from './diagnose-bypass.ts';
import { diagnoseInstallation, type InstallationFacts } from './diagnose-installation.ts';
import { diagnoseMergeQueue } from './diagnose-merge-queue.ts';
import { diagnosePolicy } from './diagnose-policy.ts';
import { diagnoseRequiredCheck } from './diagnose-required-check.ts';
import { diagnoseWebhooks } from './diagnose-webhooks.ts';
import type { Diagnosis } from './diagnosis.ts';
import { look } from './look.ts';
import { readBranchFacts } from './read-branch-facts.ts';

export interface RepositoryQuestion {
  /** Reads the repository, as a person or as an installation; without it only what the App is told is looked at. */
  readonly client: GitHubClient | undefined;
  /** The App itself; without it nobody can ask about permissions and webhooks. */
  readonly app: GitHubClient | undefined;
  readonly appId: number | undefined;
  /** Where it was looked at before: then only the repository is. */
  readonly installation?: InstallationFacts;
  readonly repository: RepositoryName;
  /** The default branch where left out. */
  readonly branch: string | undefined;
  readonly checkName: string;
  readonly organisationPolicyRepository: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Fewer than twenty requests. Throws nothing that GitHub says. */
export async function diagnoseRepository(question: RepositoryQuestion): Promise<readonly Diagnosis[]> {
  const { client, now, installation } = question;
  const { found, facts } = installation ? { found: [], facts: installation } : await lookAtApp(question);
  if (client === undefined) return found;
  const asOf = new Date(now).toISOString().slice(0, 10);
  const policy = await diagnosePolicy(client, { ...question, asOf });
  const branch = await lookAtBranch({ ...question, client }, facts);
  return [...found, ...branch, ...policy];
}

async function lookAtApp({ app, repository, now }: RepositoryQuestion): Promise<Installed> {
  if (app === undefined) return { found: [NOT_ASKED], facts: undefined };
  const { found, facts } = await lookAtInstallation(app, repository, now);
  return { found: [...found, ...(await diagnoseWebhooks(app))], facts };
}

const NOT_ASKED: Diagnosis = {
  about: 'permissions, webhooks',
  state: 'not-seen',
  says: 'What the App was granted and whether webhooks arrive is shown to the App alone.',
  remedy: 'Give --app-id and --private-key-file, or ask who runs the App.',
};

interface Installed {
  readonly found: readonly Diagnosis[];
  readonly facts: InstallationFacts | undefined;
}

async function lookAtInstallation(app: GitHubClient, { owner, name }: RepositoryName, now: number): Promise<Installed> {
  const seen = await look(
    app.call(`read the installation of ${owner}/${name}`, (octokit) =>
      octokit.rest.apps.getRepoInstallation({ owner, repo: name }),
    ),
  );
  if (seen.kind === 'seen') {
    const facts: InstallationFacts = { ...seen.value.data, permissions: { ...seen.value.data.permissions } };
    return { found: diagnoseInstallation(facts, now), facts };
  }
  const state = seen.kind === 'refused' ? 'problem' : 'unknown';
  const remedy = 'Install the App on the repository; see docs/app.md.';
  const says = seen.kind === 'refused' ? `The App is not installed on ${owner}/${name}.` : seen.why;
  return {
    found: [{ about: 'installation', state, says, ...(seen.kind === 'refused' ? { remedy } : {}) }],
    facts: undefined,
  };
}

type ReadableQuestion = RepositoryQuestion & { readonly client: GitHubClient };

async function lookAtBranch(
  question: ReadableQuestion,
  installation: InstallationFacts | undefined,
): Promise<readonly Diagnosis[]> {
  const { client, repository, checkName, appId } = question;
  const seen = await look(readFacts(question));
  if (seen.kind !== 'seen') return [{ about: 'branch rules', state: 'unknown', says: seen.why }];
  const facts = seen.value;
  return [
    ...diagnoseRequiredCheck(facts, { name: checkName, appId }),
    ...(await diagnoseBypass(client, repository, facts)),
    diagnoseMergeQueue(facts, installation),
  ];
}

async function readFacts({ client, repository, branch }: ReadableQuestion): Promise<BranchFacts> {
  const { owner, name } = repository;
  if (branch !== undefined) return readBranchFacts(client, repository, branch);
  const { data } = await client.call(`read ${owner}/${name}`, (octokit) =>
    octokit.rest.repos.get({ owner, repo: name }),
  );
  return readBranchFacts(client, repository, data.default_branch);
}
