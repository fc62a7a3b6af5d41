/**
 * Judges what an event is about, reading everything through the API: policy, trees, files. Needs no checkout and writes
 * nothing; policy comes from the default branch and the organisation, never from the head.
 */
import { type CheckResult, checkPullRequest, type PullRequestJob } from '../check-pull-request.ts';
import { loadPolicy } from '../config/load-policy.ts';
import { UserError } from '../config/user-error.ts';
import { createGitHubClient } from '../github/create-github-client.ts';
import type { GitHubClient } from '../github/github-client.ts';
import type { SarifTarget } from '../github/publish/upload-sarif.ts';
import { loadGitHubPolicy } from '../github/load-github-policy.ts';
import type { JudgedChange } from '../reporters/check-run/combine-check-runs.ts';
import { permalink } from '../reporters/check-run/permalink.ts';
import { escapeText } from '../reporters/markdown/escape-text.ts';
import { lookUpRuleFacts } from '../rule-engine/look-up-rule-facts.ts';
import { lookUpRule } from '../rule-engine/look-up-rule.ts';
import type { ActionHost } from './action-host.ts';
import { askForMore } from './ask-for-more.ts';
import { describeTrust } from './describe-trust.ts';
import { findCheckout } from './find-checkout.ts';
import type { Engine } from './judge-recorded-run.ts';
import type { JudgedRun } from './judged-run.ts';
import { loadPlans } from '../source/load-plans.ts';
import { type OpenedSubjects, openSubjects, type Subject } from './open-subjects.ts';
import type { ActionInputs } from './read-action-inputs.ts';
import { readEvent } from './read-event.ts';
import { type RunContext, readRunContext } from './read-run-context.ts';

/** As many as are shown in full; beyond that a summary, as everywhere. */
const SUMMARY_BYTES = 900_000;

/** Throws a UserError, also as a GitHubError, where no verdict is possible. */
export async function judgeEvent(inputs: ActionInputs, engine: Engine, host: ActionHost): Promise<JudgedRun> {
  const context = readRunContext(host.environment);
  const event = await readEvent(context, inputs.pullRequest);
  const client = connect(inputs, context, host);
  const { repository } = context;
  const { organisationPolicyRepository: named } = inputs;
  const found = await loadGitHubPolicy({
    ...{ client, repository },
    ...(named === undefined ? {} : { organisationPolicyRepository: named }),
  });
  const asOf = new Date(host.now()).toISOString().slice(0, 10);
  const { policy, notes } = askForMore(found.sources, inputs.failOn, asOf);
  const limits = loadPolicy(policy, asOf).policy.budgets;
  const opened = await openSubjects(event, { client, repository, limits, defaultBranch: found.commits.repository });
  const plans = await loadPlans(inputs.plans, '.');
  const results = await judgeAll([opened.first, ...opened.others], { policy, asOf, plans, engine });
  const [first, ...others] = results.map(({ subject, result }) => show(subject, result, context, engine));
  const [judgedFirst] = results;
  if (first === undefined || judgedFirst === undefined) throw new Error('nothing was judged');
  const { pullRequest: number, mode } = opened.first;
  const isCurrent = number !== undefined && opened.movedTo === undefined;
  const ref = isCurrent ? `refs/pull/${number}/head` : event.kind === 'push' ? event.ref : undefined;
  return {
    first: judgedFirst.result,
    change: opened.first.change,
    facts: lookUpRuleFacts(engine.pack.rules),
    judged: [first, ...others],
    mode,
    notes: [...(await describeRun(opened, context, host)), ...notes],
    footnotes: found.notes.map((note) => `<sub>${escapeText(note)}</sub>`),
    ...(isCurrent ? { conversation: { client, repository, number, runUrl: context.runUrl } } : {}),
    ...(ref === undefined ? {} : { alerts: { client, target: alertsOf(ref, opened.first, repository) } }),
  };
}

function alertsOf(ref: string, { change }: Subject, { owner, name }: RunContext['repository']): SarifTarget {
  return { owner, repo: name, commitSha: change.after.id, ref };
}

function connect({ token }: ActionInputs, { apiUrl }: RunContext, { now, version, second }: ActionHost): GitHubClient {
  if (token === undefined || token === '') {
    throw new UserError(
      'There is no token to read the repository with.',
      'Add `token: ${{ github.token }}` to `with`.',
    );
  }
  const userAgent = `threatdiff/${version}`;
  const seconds = second === undefined ? {} : { second, writePause: second };
  return createGitHubClient({ auth: { token }, baseUrl: apiUrl, userAgent, now, ...seconds });
}

interface JudgedSubject {
  readonly subject: Subject;
  readonly result: CheckResult;
}

/** What is compared with the same commits is judged once. */
async function judgeAll(
  subjects: readonly Subject[],
  { policy, asOf, plans, engine }: Pick<PullRequestJob, 'policy' | 'asOf' | 'plans'> & { readonly engine: Engine },
): Promise<readonly JudgedSubject[]> {
  const known = new Map<string, CheckResult>();
  const judged: JudgedSubject[] = [];
  for (const subject of subjects) {
    const { change } = subject;
    const key = change.before.map(({ id }) => id).join(' ');
    const job = { change, policy, asOf, plans, pack: engine.pack, engine: engine.name };
    const result = known.get(key) ?? (await checkPullRequest(job));
    known.set(key, result);
    judged.push({ subject, result });
  }
  return judged;
}

function show({ pullRequest, base, change }: Subject, { report }: CheckResult, context: RunContext, engine: Engine) {
  const { serverUrl: server, repository } = context;
  const commits = { before: change.before[0]?.id, after: change.after.id };
  const link = permalink({ server, repository: `${repository.owner}/${repository.name}`, commits });
  const options = { rule: lookUpRule(engine.pack.rules), link, maxSummaryBytes: SUMMARY_BYTES };
  return { pullRequest, base, report, options } satisfies JudgedChange;
}

async function describeRun(
  { first, movedTo }: OpenedSubjects,
  context: RunContext,
  { environment }: ActionHost,
): Promise<readonly string[]> {
  const trust = describeTrust(context);
  const headSha = first.change.after.id;
  const workspace = environment['GITHUB_WORKSPACE'];
  const isRisky = context.eventName === 'pull_request_target' && workspace && first.pullRequest !== undefined;
  const isCheckout = isRisky && (await findCheckout(workspace, { number: first.pullRequest, headSha }));
  return [
    ...(trust === undefined ? [] : [trust]),
    ...(isCheckout ? [CHECKOUT] : []),
    ...(movedTo === undefined
      ? []
      : [`The pull request has moved on to ${movedTo.slice(0, 7)}; this is about ${headSha.slice(0, 7)} alone.`]),
  ];
}

const CHECKOUT =
  '**Warning: the workspace of this job is a checkout of the pull request, in a run that may hold secrets and a token that can write.** Whatever another step starts from it is code of the author. This action needs no checkout: remove that step.';
