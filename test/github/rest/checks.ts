/**
 * Check runs and check suites. A check belongs to a commit: every pull request whose head it is shows the same one.
 * https://docs.github.com/en/rest/checks/runs, https://docs.github.com/en/rest/checks/suites
 */
import { type Answer, type Call, created, type Handlers, ok } from '../http/call.ts';
import { HttpError, notFound, unprocessable } from '../http/http-error.ts';
import { paginate } from '../http/paginate.ts';
import { checkRunShape, checkSuiteShape, latestRuns } from '../shapes/checks.ts';
import { htmlUrl } from '../shapes/repository.ts';
import { findCommit } from '../state/commits.ts';
import { type Annotation, type CheckRun, type CheckSuite, fullNameOf } from '../state/state.ts';
import { checkRunRules, type CheckRunRequest } from './check-run-rules.ts';

export const checkHandlers = {
  'checks/create': createRun,

  'checks/update': (call) => {
    const run = runOf(call);
    if (!run.app) {
      const words = 'check run can only be modified by the GitHub App that created it';
      throw new HttpError(403, `Invalid app_id \`${call.world.app.id}\` - ${words}.`);
    }
    const wanted = call.body<CheckRunRequest>();
    checkRunRules(wanted);
    change(call, run, wanted);
    return ok(checkRunShape(call.world, call.repository, run));
  },

  'checks/get': (call) => ok(checkRunShape(call.world, call.repository, runOf(call))),

  'checks/list-annotations': (call) => {
    const run = runOf(call);
    return paginate(call, run.annotations, { shape: (each) => annotationShape(call, run, each) });
  },

  'checks/list-for-ref': (call) => {
    const commit = commitOf(call);
    return listRuns(
      call,
      call.repository.checkRuns.filter((run) => run.commit === commit),
    );
  },

  'checks/list-for-suite': (call) => {
    const { id } = suiteOf(call);
    return listRuns(
      call,
      call.repository.checkRuns.filter((run) => run.suite === id),
    );
  },

  'checks/list-suites-for-ref': (call) => {
    const commit = commitOf(call);
    const [app, name] = [call.query('app_id'), call.query('check_name')];
    const wanted = call.repository.checkSuites.filter(
      (suite) =>
        suite.commit === commit && fitsApp(call, suite.app, app) && (name === undefined || hasRun(call, suite, name)),
    );
    return paginate(call, wanted, {
      key: 'check_suites',
      shape: (suite) => checkSuiteShape(call.world, call.repository, suite),
    });
  },

  'checks/get-suite': (call) => ok(checkSuiteShape(call.world, call.repository, suiteOf(call))),

  /** Tells the App by a webhook; the run itself stays as it is until the App changes it. */
  'checks/rerequest-run': (call) => {
    const run = runOf(call);
    call.world.raise('check_run', { action: 'rerequested', repository: fullNameOf(call.repository), checkRun: run.id });
    return created({});
  },

  'checks/rerequest-suite': (call) => {
    const suite = suiteOf(call);
    call.world.raise('check_suite', {
      action: 'rerequested',
      repository: fullNameOf(call.repository),
      checkSuite: suite.id,
    });
    return created({});
  },
} satisfies Handlers;

function createRun(call: Call): Answer {
  const wanted = call.body<CheckRunRequest & { head_sha: string }>();
  if (call.token?.kind === 'user') throw new HttpError(403, 'You must authenticate via a GitHub App.');
  if (!call.objects.commit(wanted.head_sha)) throw unprocessable(`No commit found for SHA: ${wanted.head_sha}`);
  checkRunRules(wanted);
  const run: CheckRun = {
    id: call.world.nextId(),
    suite: suiteFor(call, wanted.head_sha).id,
    name: wanted.name ?? '',
    commit: wanted.head_sha,
    app: call.byApp,
    status: 'queued',
    conclusion: null,
    detailsUrl: null,
    externalId: '',
    startedAt: call.world.timestamp(),
    completedAt: null,
    output: { title: null, summary: null, text: null },
    annotations: [],
    actions: [],
  };
  change(call, run, wanted);
  call.repository.checkRuns.push(run);
  return created(checkRunShape(call.world, call.repository, run));
}

/** One suite per commit and app. */
function suiteFor(call: Call, commit: string): CheckSuite {
  const known = call.repository.checkSuites.find((each) => each.commit === commit && each.app === call.byApp);
  if (known) return known;
  const branch = [...call.repository.refs].find(([ref, sha]) => sha === commit && ref.startsWith('refs/heads/'))?.[0];
  const now = call.world.timestamp();
  const suite: CheckSuite = {
    id: call.world.nextId(),
    commit,
    // Null for the commit of a fork: the branch is not of this repository.
    branch: branch?.slice('refs/heads/'.length) ?? null,
    app: call.byApp,
    createdAt: now,
    updatedAt: now,
  };
  call.repository.checkSuites.push(suite);
  return suite;
}

/** A conclusion completes the run; annotations are added to those already there. */
function change(call: Call, run: CheckRun, wanted: CheckRunRequest): void {
  const { output = {} } = wanted;
  run.name = wanted.name ?? run.name;
  run.detailsUrl = wanted.details_url ?? run.detailsUrl;
  run.externalId = wanted.external_id ?? run.externalId;
  run.startedAt = wanted.started_at ?? run.startedAt;
  run.actions = wanted.actions ?? run.actions;
  run.status = wanted.conclusion ? 'completed' : (wanted.status ?? run.status);
  if (wanted.conclusion) run.conclusion = wanted.conclusion;
  else if (run.status !== 'completed') run.conclusion = null;
  run.completedAt =
    run.status === 'completed' ? (wanted.completed_at ?? run.completedAt ?? call.world.timestamp()) : null;
  run.output = {
    title: output.title ?? run.output.title,
    summary: output.summary ?? run.output.summary,
    text: output.text ?? run.output.text,
  };
  run.annotations.push(...(output.annotations ?? []));
}

function listRuns(call: Call, runs: readonly CheckRun[]): Answer {
  const [name, status, app] = [call.query('check_name'), call.query('status'), call.query('app_id')];
  const newest = call.query('filter') === 'all' ? runs : latestRuns(runs);
  const wanted = newest.filter(
    (run) =>
      (name === undefined || run.name === name) &&
      (status === undefined || run.status === status) &&
      fitsApp(call, run.app, app),
  );
  return paginate(call, [...wanted].reverse(), {
    key: 'check_runs',
    shape: (run) => checkRunShape(call.world, call.repository, run),
  });
}

function fitsApp(call: Call, own: boolean, id: string | undefined): boolean {
  return id === undefined || (id === String(call.world.app.id)) === own;
}

function hasRun(call: Call, suite: CheckSuite, name: string): boolean {
  return call.repository.checkRuns.some((run) => run.suite === suite.id && run.name === name);
}

function commitOf(call: Call): string {
  const commit = findCommit(call.world, call.repository, call.text('ref'));
  if (commit === undefined) throw unprocessable(`No commit found for SHA: ${call.text('ref')}`);
  return commit;
}

function runOf(call: Call): CheckRun {
  const run = call.repository.checkRuns.find(({ id }) => id === call.number('check_run_id'));
  if (!run) throw notFound();
  return run;
}

function suiteOf(call: Call): CheckSuite {
  const suite = call.repository.checkSuites.find(({ id }) => id === call.number('check_suite_id'));
  if (!suite) throw notFound();
  return suite;
}

function annotationShape(call: Call, run: CheckRun, annotation: Annotation): unknown {
  return {
    start_column: null,
    end_column: null,
    title: null,
    raw_details: null,
    ...annotation,
    blob_href: `${htmlUrl(call.world, call.repository)}/blob/${run.commit}/${encodeURI(annotation.path)}`,
  };
}
