/**
 * GitHub for all installations of the App: one client for each, kept as long as the process, because it holds the token
 * and knows what is left of the quota.
 */
import type { BlobCache } from '../../github/blob-cache.ts';
import { createGitHubClient } from '../../github/create-github-client.ts';
import type { GitHubClient } from '../../github/github-client.ts';
import type { PublishTiming } from '../../github/publish/publish-timing.ts';
import { RecentAnswers } from '../../github/recent-answers.ts';
import type { Quota } from '../../github/request-meter.ts';
import type { Urgency } from '../jobs/check-job.ts';
import type { InstallationGateway } from '../jobs/work-context.ts';
import { createCommitGateway } from './create-commit-gateway.ts';
import { KnownInstallations } from './known-installations.ts';
import { listOpenHeads } from './list-open-heads.ts';
import { PermittedAlerts } from './permitted-alerts.ts';
import { webUrlOf } from './web-url-of.ts';

export interface InstallationGatewayOptions {
  readonly appId: number;
  readonly privateKey: string;
  /** `https://api.github.com`, or `https://HOST/api/v3`. */
  readonly apiUrl: string;
  /** `threatdiff/1.2.3` */
  readonly userAgent: string;
  readonly checkName: string;
  readonly organisationPolicyRepository: string | undefined;
  readonly cache: BlobCache;
  readonly now: () => number;
  /** Between two requests that change something, milliseconds; as GitHub asks where left out. */
  readonly writePause?: number | undefined;
  readonly second?: number | undefined;
  readonly onRequest: (status: number | undefined) => void;
}

export interface GitHubInstallations extends InstallationGateway {
  /** The App itself, which may ask about itself and its installations alone. */
  readonly app: GitHubClient;
  /** For what can wait. */
  connect(installationId: number): GitHubClient;
  /** By installation: what is left of the hour, as far as answers told. */
  quotas(): ReadonlyMap<number, Quota>;
}

/** Of trees that are kept in memory, about 60 MB. */
const LISTED_FILES = 200_000;

export function createInstallationGateway(options: InstallationGatewayOptions): GitHubInstallations {
  const { appId, privateKey, apiUrl: baseUrl, userAgent, now, writePause, second } = options;
  const create = (installation: { readonly installationId?: number }): GitHubClient =>
    createGitHubClient({
      ...{ auth: { appId, privateKey, ...installation }, baseUrl, userAgent, now },
      ...(writePause === undefined ? {} : { writePause }),
      ...(second === undefined ? {} : { second }),
      onRequest: ({ status }) => options.onRequest(status),
    });
  const app = create({});
  const known = new KnownInstallations(app, now);
  const alerts = new PermittedAlerts(now);
  const clients = new Map<number, GitHubClient>();
  const clientOf = (installationId: number, urgency: Urgency): GitHubClient => {
    const client = clients.get(installationId) ?? create({ installationId });
    clients.set(installationId, client);
    return client.withPriority(urgency === 'backfill' ? 'backfill' : 'pull-request');
  };
  const recent = new RecentAnswers(LISTED_FILES);
  const timing: PublishTiming = {
    now: () => new Date(now()).toISOString(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, (milliseconds * (second ?? 1000)) / 1000)),
  };
  return {
    app,
    connect: (installationId) => clientOf(installationId, 'backfill'),
    listInstallations: () => listInstallations(app, known),
    listOpenHeads: (installationId, urgency) => listOpenHeads(clientOf(installationId, urgency), installationId),
    forCommits: ({ installationId, repositoryId, owner, name }, urgency) => {
      const { checkName, organisationPolicyRepository, cache } = options;
      return createCommitGateway({
        client: clientOf(installationId, urgency),
        repository: { owner, name, id: repositoryId },
        webUrl: webUrlOf(baseUrl),
        ...{ appId, checkName, organisationPolicyRepository, cache, recent, timing },
        installedAt: () => known.installedAt(installationId),
        slug: () => known.slug(installationId),
        ...{ alerts, mayWriteAlerts: () => known.mayWriteAlerts(installationId) },
      });
    },
    quotas: () => {
      const told = [...clients].flatMap(([id, client]) => {
        const quota = client.quota();
        return quota === undefined ? [] : [[id, quota] as const];
      });
      return new Map(told);
    },
  };
}

async function listInstallations(app: GitHubClient, known: KnownInstallations): Promise<readonly number[]> {
  const all = await app.call('list the installations of the App', (octokit) =>
    octokit.paginate(octokit.rest.apps.listInstallations, { per_page: 100 }),
  );
  for (const installation of all) known.note(installation);
  return all.filter(({ suspended_at: suspended }) => suspended === null).map(({ id }) => id);
}
