/**
 * Asks GitHub what the operator's page shows. As work that can wait, so that it never takes the half of the quota that
 * pull requests need; ten repositories at most.
 */
import { diagnoseInstallation, type InstallationFacts } from '../../doctor/diagnose-installation.ts';
import { diagnoseRepository } from '../../doctor/diagnose-repository.ts';
import { diagnoseWebhooks } from '../../doctor/diagnose-webhooks.ts';
import { look } from '../../doctor/look.ts';
import type { GitHubClient } from '../../github/github-client.ts';
import type { Details } from './render-details.ts';

export interface DetailsQuestion {
  readonly app: GitHubClient;
  readonly connect: (installationId: number) => GitHubClient;
  readonly appId: number;
  readonly checkName: string;
  readonly organisationPolicyRepository: string | undefined;
  readonly now: number;
}

type Sections = Details['sections'];

const SHOWN_REPOSITORIES = 10;
const SHOWN_INSTALLATIONS = 100;

/** The App alone where no installation was named: three requests; about fifty more with one. */
export async function lookAtDetails(question: DetailsQuestion, installationId: number | undefined): Promise<Details> {
  const { app } = question;
  const webhooks = { title: 'The App', found: await diagnoseWebhooks(app) };
  if (installationId !== undefined) {
    const { sections, notes } = await lookAtInstallation(question, installationId);
    return { sections: [webhooks, ...sections], installations: [], notes };
  }
  const listed = await look(
    app.call('list the installations of the App', (octokit) =>
      octokit.rest.apps.listInstallations({ per_page: SHOWN_INSTALLATIONS }),
    ),
  );
  if (listed.kind !== 'seen') return { sections: [webhooks], installations: [], notes: [listed.why] };
  const installations = listed.value.data.map(({ id, account }) => ({ id, account: nameOf(account) }));
  const notes = installations.length < SHOWN_INSTALLATIONS ? [] : ['These are the first hundred installations.'];
  return { sections: [webhooks], installations, notes };
}

async function lookAtInstallation(
  question: DetailsQuestion,
  id: number,
): Promise<{ readonly sections: Sections; readonly notes: readonly string[] }> {
  const { app, connect, now } = question;
  const seen = await look(
    app.call(`read installation ${id}`, (octokit) => octokit.rest.apps.getInstallation({ installation_id: id })),
  );
  if (seen.kind !== 'seen') return { sections: [], notes: [seen.why] };
  const facts: InstallationFacts = { ...seen.value.data, permissions: { ...seen.value.data.permissions } };
  const own = { title: nameOf(seen.value.data.account), found: diagnoseInstallation(facts, now) };
  const client = connect(id);
  const listed = await look(
    client.call(`list the repositories of installation ${id}`, (octokit) =>
      octokit.rest.apps.listReposAccessibleToInstallation({ per_page: SHOWN_REPOSITORIES }),
    ),
  );
  if (listed.kind !== 'seen') return { sections: [own], notes: [listed.why] };
  const { repositories, total_count: total } = listed.value.data;
  const sections = [own];
  for (const { name, owner, full_name: title } of repositories) {
    const repository = { owner: owner.login, name };
    const found = await diagnoseRepository({ ...question, client, repository, branch: undefined, installation: facts });
    sections.push({ title, found: [...found] });
  }
  const left = total - repositories.length;
  const rest = `${left} more ${left === 1 ? 'repository is' : 'repositories are'} not shown; threatdiff doctor looks at each.`;
  return { sections, notes: left > 0 ? [rest] : [] };
}

function nameOf(account: object | null | undefined): string {
  if (account && 'login' in account && typeof account.login === 'string') return account.login;
  return account && 'slug' in account && typeof account.slug === 'string' ? account.slug : 'unknown';
}
