/**
 * Whether the check holds a merge, and whether only the App can answer for it. GitHub lets everybody who may write checks
 * post one of any name, so a check that is required from any source is none. Pure.
 */
import type { BranchFacts, RequiredCheck } from './branch-facts.ts';
import type { Diagnosis } from './diagnosis.ts';

export interface WantedCheck {
  readonly name: string;
  /** Undefined where nobody said which App it is. */
  readonly appId: number | undefined;
}

/** https://api.github.com/apps/github-actions */
const GITHUB_ACTIONS = 15368;
const ABOUT = 'required check';

export function diagnoseRequiredCheck(facts: BranchFacts, wanted: WantedCheck): readonly Diagnosis[] {
  const own = facts.required.filter(({ context }) => context === wanted.name);
  return [...judgeBinding(own, facts, wanted), ...judgeFreshness(own, facts), ...judgeWorkflows(facts)];
}

function judgeBinding(own: readonly RequiredCheck[], facts: BranchFacts, wanted: WantedCheck): readonly Diagnosis[] {
  const { branch, unseen } = facts;
  const bind = `In the rule choose the App as the source of ${wanted.name}, not "any source".`;
  const bound = own.filter(({ appId }) => appId !== undefined);
  const right = bound.find(({ appId }) => appId === (wanted.appId ?? appId) && appId !== GITHUB_ACTIONS);
  if (right !== undefined) {
    const asked = wanted.appId === undefined ? ' Give --app-id to compare it with the one you run.' : '';
    return [ok(`${wanted.name} is required on ${branch} from app ${right.appId}, by ${right.by}.${asked}`)];
  }
  const [other] = bound;
  if (other?.appId === GITHUB_ACTIONS) {
    const says = `${wanted.name} is required on ${branch} from GitHub Actions (${other.by}): any workflow can post it, and on pull_request the workflow file comes from the pull request.`;
    const remedy = 'Require the check of the App, or the workflow of the Action by a ruleset of the organisation.';
    return [{ about: ABOUT, state: wanted.appId === undefined ? 'warning' : 'problem', says, remedy }];
  }
  if (other !== undefined) {
    const says = `${wanted.name} is required on ${branch} from app ${other.appId} (${other.by}), not from app ${wanted.appId}: it would wait for ever.`;
    return [{ about: ABOUT, state: 'problem', says, remedy: bind }];
  }
  if (own.length > 0) {
    const says = `${wanted.name} is required on ${branch} from any source (${own[0]?.by}): a workflow of the pull request can post a green one.`;
    return [{ about: ABOUT, state: 'problem', says, remedy: bind }];
  }
  if (unseen !== undefined) {
    const says = `No ruleset requires ${wanted.name} on ${branch}, and branch protection cannot be seen: ${unseen}`;
    return [{ about: ABOUT, state: 'unknown', says, remedy: 'Run it with a token that has administration: read.' }];
  }
  const says = `Nothing requires ${wanted.name} on ${branch}: a pull request can be merged whatever it says.`;
  const remedy = `Settings, Rules, Rulesets: require the status check ${wanted.name} with the App as its source.`;
  return [{ about: ABOUT, state: 'problem', says, remedy }];
}

function judgeFreshness(own: readonly RequiredCheck[], { hasMergeQueue }: BranchFacts): readonly Diagnosis[] {
  const about = 'up to date';
  if (own.length === 0) return [];
  if (hasMergeQueue) return [{ about, state: 'ok', says: 'A merge queue judges what is merged together.' }];
  if (own.some(({ strict }) => strict === true))
    return [{ about, state: 'ok', says: 'A branch must be up to date before it is merged.' }];
  const says =
    'A branch need not be up to date: two changes that are harmless alone may be merged one after the other.';
  return [{ about, state: 'warning', says, remedy: 'Require branches to be up to date, or use a merge queue.' }];
}

function judgeWorkflows({ workflows }: BranchFacts): readonly Diagnosis[] {
  if (workflows.length === 0) return [];
  const says = `A ruleset requires ${workflows.length === 1 ? 'the workflow' : 'the workflows'} ${workflows.slice(0, 5).join(', ')}, read from where the ruleset says, not from the pull request.`;
  return [{ about: 'required workflow', state: 'ok', says }];
}

function ok(says: string): Diagnosis {
  return { about: ABOUT, state: 'ok', says };
}
