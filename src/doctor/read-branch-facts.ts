/**
 * The rules of a branch: rulesets in force (readable with metadata), classic protection as far as the token sees it.
 * Reads only; judges nothing.
 */
import type { GitHubClient } from '../github/github-client.ts';
import type { RepositoryName } from '../github/repository-name.ts';
import type { BranchFacts, RequiredCheck, RulesetName } from './branch-facts.ts';
import { look } from './look.ts';

/** Two requests, three where the branch does not say how it is protected. Throws a GitHubError. */
export async function readBranchFacts(
  client: GitHubClient,
  repository: RepositoryName,
  branch: string,
): Promise<BranchFacts> {
  const [rules, classic] = await Promise.all([
    readRules(client, repository, branch),
    readProtection(client, repository, branch),
  ]);
  const { required, ...rest } = classic;
  return { branch, ...rules, ...rest, required: [...rules.required, ...required] };
}

type OfRules = Pick<BranchFacts, 'required' | 'rulesets' | 'hasMergeQueue' | 'workflows'>;
type OfProtection = Pick<BranchFacts, 'required' | 'unseen' | 'sparesAdministrators'>;

async function readRules(client: GitHubClient, { owner, name }: RepositoryName, branch: string): Promise<OfRules> {
  const rules = await client.call(`read the rules of ${owner}/${name}`, (octokit) =>
    octokit.paginate(octokit.rest.repos.getBranchRules, { owner, repo: name, branch, per_page: 100 }),
  );
  const required: RequiredCheck[] = [];
  const rulesets = new Map<number, RulesetName>();
  const workflows: string[] = [];
  for (const rule of rules) {
    const { ruleset_id: id = 0, ruleset_source: source = '' } = rule;
    if (rule.type === 'workflows') workflows.push(...(rule.parameters?.workflows.map(({ path }) => path) ?? []));
    if (rule.type !== 'required_status_checks') continue;
    rulesets.set(id, { id, source });
    const strict = rule.parameters?.strict_required_status_checks_policy;
    for (const { context, integration_id: appId } of rule.parameters?.required_status_checks ?? [])
      required.push({ context, appId: idOf(appId), by: `ruleset ${id} of ${source}`, strict });
  }
  const hasMergeQueue = rules.some(({ type }) => type === 'merge_queue');
  return { required, rulesets: [...rulesets.values()], hasMergeQueue, workflows };
}

interface Protection {
  readonly required_status_checks?: {
    readonly enforcement_level?: string;
    readonly strict?: boolean;
    readonly checks: readonly { readonly context: string; readonly app_id: number | null }[];
  };
}

async function readProtection(
  client: GitHubClient,
  { owner, name }: RepositoryName,
  branch: string,
): Promise<OfProtection> {
  const place = { owner, repo: name, branch };
  const action = `read the protection of ${branch} in ${owner}/${name}`;
  const { data } = await client.call(action, (octokit) => octokit.rest.repos.getBranch(place));
  if (!data.protected) return { required: [], unseen: undefined, sparesAdministrators: false };
  // Left out of the type where a token does not see it.
  const told = data.protection as (Protection & { readonly enabled?: boolean }) | undefined;
  if (told?.enabled !== undefined) return protectionOf(told);
  const asked = await look(client.call(action, (octokit) => octokit.rest.repos.getBranchProtection(place)));
  if (asked.kind === 'seen') return protectionOf(asked.value.data);
  return { required: [], unseen: asked.why, sparesAdministrators: false };
}

function protectionOf({ required_status_checks: found }: Protection): OfProtection {
  const checks = found?.checks ?? [];
  const required = checks.map(({ context, app_id: appId }) => {
    return { context, appId: idOf(appId), by: 'branch protection', strict: found?.strict };
  });
  const sparesAdministrators = checks.length > 0 && found?.enforcement_level === 'non_admins';
  return { required, unseen: undefined, sparesAdministrators };
}

/** GitHub writes "any source" as null, as nothing and as -1. */
function idOf(id: number | null | undefined): number | undefined {
  return id === null || id === undefined || id <= 0 ? undefined : id;
}
