/** Who may merge in spite of the check. GitHub shows it only to those who may change it. Judges no person. */
import type { GitHubClient } from '../github/github-client.ts';
import type { RepositoryName } from '../github/repository-name.ts';
import type { BranchFacts, RulesetName } from './branch-facts.ts';
import type { Diagnosis } from './diagnosis.ts';
import { look } from './look.ts';

const ABOUT = 'bypass';
/** Rulesets looked into, and actors named. */
const MOST = 10;

interface Actor {
  readonly actor_type: string;
  readonly actor_id?: number | null;
  readonly bypass_mode?: string;
}

/** One request for each ruleset that requires checks. Never throws what GitHub says. */
export async function diagnoseBypass(
  client: GitHubClient,
  repository: RepositoryName,
  { rulesets, sparesAdministrators }: Pick<BranchFacts, 'rulesets' | 'sparesAdministrators'>,
): Promise<readonly Diagnosis[]> {
  const found = await Promise.all(rulesets.slice(0, MOST).map((ruleset) => ofRuleset(client, repository, ruleset)));
  if (!sparesAdministrators) return found;
  const says = 'Branch protection does not hold administrators: they may merge whatever the check says.';
  const remedy = 'Choose "Do not allow bypassing the above settings" in the branch protection.';
  return [...found, { about: ABOUT, state: 'warning', says, remedy }];
}

async function ofRuleset(
  client: GitHubClient,
  { owner, name }: RepositoryName,
  { id, source }: RulesetName,
): Promise<Diagnosis> {
  const ruleset = `ruleset ${id} of ${source}`;
  const seen = await look(
    client.call(`read ${ruleset}`, (octokit) =>
      octokit.rest.repos.getRepoRuleset({ owner, repo: name, ruleset_id: id }),
    ),
  );
  if (seen.kind === 'failed') return { about: ABOUT, state: 'unknown', says: seen.why };
  const actors = seen.kind === 'seen' ? (seen.value.data.bypass_actors as readonly Actor[] | undefined) : undefined;
  if (actors === undefined) {
    const says = `Who may bypass ${ruleset} is shown only to those who may change it.`;
    return { about: ABOUT, state: 'not-seen', says, remedy: 'Run it with a token of an administrator.' };
  }
  if (actors.length === 0) return { about: ABOUT, state: 'ok', says: `Nobody may bypass ${ruleset}.` };
  const more = actors.length > MOST ? ` and ${actors.length - MOST} more` : '';
  const says = `${actors.length} may bypass ${ruleset}: ${actors.slice(0, MOST).map(describe).join(', ')}${more}.`;
  return { about: ABOUT, state: 'warning', says, remedy: 'Remove those who do not need it; GitHub logs every bypass.' };
}

function describe({ actor_type: type, actor_id: id, bypass_mode: mode }: Actor): string {
  return `${type}${typeof id === 'number' ? ` ${id}` : ''} (${mode ?? 'always'})`;
}
