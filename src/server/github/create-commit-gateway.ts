/** The check job's port over the GitHub layer. Adds no decision: it names repository, check and App once for all calls. */
import type { BlobCache } from '../../github/blob-cache.ts';
import type { GitHubClient } from '../../github/github-client.ts';
import { readCommitFacts } from '../../github/commit/read-commit-facts.ts';
import { mergeBasesKey } from '../../github/merge-bases-key.ts';
import { openGitHubChange } from '../../github/open-github-change.ts';
import { failCheckRun } from '../../github/publish/fail-check-run.ts';
import { listCheckRuns } from '../../github/publish/list-check-runs.ts';
import { publishReport } from '../../github/publish/publish-report.ts';
import type { PublishTiming } from '../../github/publish/publish-timing.ts';
import { startCheckRun } from '../../github/publish/start-check-run.ts';
import { tellForeignChecks } from '../../github/publish/tell-foreign-checks.ts';
import { updateCheckRun } from '../../github/publish/update-check-run.ts';
import { readOpenPullRequests } from '../../github/read-open-pull-requests.ts';
import type { RecentAnswers } from '../../github/recent-answers.ts';
import type { GitHubRepository } from '../../github/repository-name.ts';
import type { InstallationFacts } from '../../model/observation.ts';
import type { CheckIdentity, CommitGateway, CommitReading } from '../check/commit-gateway.ts';
import type { Subject } from '../check/subject.ts';
import type { InstalledAt } from './known-installations.ts';
import { listMergeGroups } from './list-merge-groups.ts';
import { mergeGroupOfNode } from './merge-group-of-node.ts';
import type { PermittedAlerts } from './permitted-alerts.ts';
import { subjectsOf } from './subjects-of.ts';

export interface CommitGatewayOptions {
  readonly client: GitHubClient;
  readonly repository: GitHubRepository;
  readonly appId: number;
  /** What branch rules require. */
  readonly checkName: string;
  readonly organisationPolicyRepository: string | undefined;
  /** `https://github.com`, without a slash at its end. */
  readonly webUrl: string;
  readonly cache: BlobCache;
  /** Trees and merge bases that were asked for lately. */
  readonly recent: RecentAnswers;
  readonly timing: PublishTiming;
  /** When the App was installed here, of an installation that may be new. */
  readonly installedAt: () => Promise<InstalledAt>;
  /** What our App is called, where GitHub says. */
  readonly slug: () => Promise<string | undefined>;
  readonly mayWriteAlerts: () => Promise<boolean>;
  readonly alerts: PermittedAlerts;
}

const ABANDONED = 'No open pull request and no merge group has this commit as its head any more.';

export function createCommitGateway(options: CommitGatewayOptions): CommitGateway {
  const { client, repository, appId, checkName, timing, cache, recent } = options;
  const { owner, name } = repository;
  const target = ({ headSha, externalId }: CheckIdentity) => ({
    ...{ owner, repo: name, name: checkName, appId },
    ...{ headSha, externalId },
  });
  let openHeads: ReadonlySet<string> | undefined;
  return {
    webUrl: options.webUrl,
    openHeads: () => openHeads,
    readSubjects: (headSha) => readSubjects(client, repository, headSha),
    read: async (headSha) => {
      const { heads, ...reading } = await readCommit(options, headSha);
      openHeads = heads;
      return reading;
    },
    openChange: ({ base, headSha, headRepository }, limits) => {
      const from = headRepository === undefined ? {} : { headRepository };
      return openGitHubChange({ client, repository, base, headSha, ...from, limits, cache, recent });
    },
    startCheck: async (check, checks) =>
      tellForeignChecks(client, target(check), await startCheckRun(client, target(check), timing, checks)),
    publish: async (check, publication) => {
      const identity = { appId, slug: await options.slug() };
      const comments = publication.comments.map(({ pullRequest, ...comment }) => ({
        ...comment,
        target: { owner, repo: name, pullRequest, identity },
      }));
      return publishReport(client, { ...publication, comments }, { target: target(check), timing });
    },
    uploadAlerts: async (pullRequest, commitSha, render) => {
      if (!(await options.mayWriteAlerts())) return undefined;
      const ref = `refs/pull/${pullRequest}/head`;
      return options.alerts.upload(client, { owner, repo: name, commitSha, ref }, render);
    },
    failCheck: async (check, reason) => void (await failCheckRun(client, target(check), reason, timing)),
    closeAbandoned: async (headSha, checks) => {
      const wanted = target({ headSha, externalId: '' });
      const { own } = checks ?? (await listCheckRuns(client, wanted));
      for (const run of own.filter(({ completed }) => !completed)) {
        const output = { title: 'no verdict: the commit was left', summary: ABANDONED };
        await updateCheckRun(client, wanted, run.id, { conclusion: 'failure', completedAt: timing.now(), output });
      }
    },
    listPullRequests: () => readOpenPullRequests(client, repository),
    listMergeGroups: async () => (await listMergeGroups(client, repository)).map(({ headSha }) => headSha),
  };
}

async function readCommit(
  options: CommitGatewayOptions,
  headSha: string,
): Promise<CommitReading & { readonly heads: ReadonlySet<string> }> {
  const { client, repository, recent } = options;
  const installedAt = await options.installedAt();
  const slug = await options.slug();
  const since = installedAt === 'unknown' ? undefined : installedAt;
  const { pullRequests, openHeads, queue, mergeBases, ...rest } = await readCommitFacts(
    { ...options, slug, since },
    headSha,
  );
  // An answer about two commits by their ids stays true; opening the change asks for it.
  if (mergeBases !== undefined) {
    const key = mergeBasesKey(repository.id, mergeBases.base, headSha);
    await recent.remember(
      key,
      () => 1,
      () => Promise.resolve(mergeBases.found),
    );
  }
  const groups = queue?.flatMap(mergeGroupOfNode) ?? (await listMergeGroups(client, repository));
  const found = subjectsOf(headSha, pullRequests, groups);
  // A queue waits for ever for a group nobody sees, so of a commit nobody judged both interfaces are asked.
  const isCertain = found.length > 0 || queue === undefined || rest.checks?.own[0]?.completed === true;
  const subjects = isCertain ? found : subjectsOf(headSha, pullRequests, await listMergeGroups(client, repository));
  const { checks, comments, conversations } = rest;
  const installation = describeInstallation(installedAt, rest.opened);
  const policy = { ...rest.policy, sources: { ...rest.policy.sources, ...(installation && { installation }) } };
  const heads = new Set([...openHeads, ...groups.map((group) => group.headSha)]);
  return { policy, checks, comments, conversations, subjects, heads };
}

function describeInstallation(at: InstalledAt, opened: number | undefined): InstallationFacts | undefined {
  if (at === undefined) return undefined;
  if (at === 'unknown') return {};
  return { installedOn: at.slice(0, 10), ...(opened === undefined ? {} : { pullRequests: opened }) };
}

async function readSubjects(
  client: GitHubClient,
  repository: GitHubRepository,
  headSha: string,
): Promise<readonly Subject[]> {
  const [pulls, groups] = await Promise.all([
    readOpenPullRequests(client, repository, headSha),
    listMergeGroups(client, repository),
  ]);
  return subjectsOf(headSha, pulls, groups);
}
