/** The check of a commit concludes once, with every annotation once, whatever GitHub does meanwhile. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CheckRun } from '../../../test/github/state/state.ts';
import { GitHubStandIn } from '../../../test/github/stand-in.ts';
import { NOW, type OpenedPullRequest, openPullRequest } from '../../../test/publishing/open-pull-request.ts';
import type { CheckAnnotation } from '../../reporters/check-run/check-annotation.ts';
import type { CheckRunReport } from '../../reporters/check-run/check-run-report.ts';
import { concludeCheckRun } from './conclude-check-run.ts';
import { failCheckRun } from './fail-check-run.ts';
import { startCheckRun } from './start-check-run.ts';

const annotation = (line: number): CheckAnnotation => ({
  path: 'main.tf',
  start_line: line,
  end_line: line,
  start_column: 1,
  end_column: 5,
  annotation_level: 'failure',
  title: `Finding ${line}`,
  message: 'Somebody can.',
});

/** The first two are equal: two findings may look the same. */
const annotations = (count: number): readonly CheckAnnotation[] =>
  Array.from({ length: count }, (_, index) => annotation(Math.max(index, 1)));

const reportWith = (count: number): CheckRunReport => ({
  status: 'completed',
  conclusion: 'failure',
  title: 'failure: somebody can (1 blocking)',
  summary: 'What blocks.',
  text: 'Details.',
  annotations: annotations(count),
  notAnnotated: 0,
});

let standIn: GitHubStandIn;
let tests = 0;
let open: OpenedPullRequest;
beforeAll(async () => {
  standIn = await GitHubStandIn.start();
});
beforeEach(() => {
  tests += 1;
  open = openPullRequest(standIn, `acme-${tests}`);
});
afterAll(async () => {
  const violations = standIn.violations();
  await standIn.stop();
  expect(violations).toEqual([]);
});

const start = () => startCheckRun(open.client, open.check, open.timing);
const options = () => ({ target: open.check, timing: open.timing });
const runs = (): readonly CheckRun[] => open.repository.checkRuns(open.check.headSha);
const onlyRun = (): CheckRun => {
  const [run, ...others] = runs();
  expect(others).toEqual([]);
  if (run === undefined) throw new Error('there is no check run');
  return run;
};
const linesOf = (run: CheckRun): readonly number[] => run.annotations.map((each) => each.start_line);
const lines = (count: number): readonly number[] => annotations(count).map((each) => each.start_line);

describe('startCheckRun', () => {
  it('makes the check appear in progress, with two requests', async () => {
    await start();
    expect(onlyRun()).toMatchObject({ status: 'in_progress', conclusion: null, externalId: 'job-1', app: true });
    expect(standIn.countRequests()).toMatchObject({ 'checks/list-for-ref': 1, 'checks/create': 1 });
  });

  it('finds the run of the same work, also when its creation was answered by silence', async () => {
    standIn.fail({ kind: 'drop-answer', match: { operation: 'checks/create' } });
    const first = await start();
    const again = await start();
    expect(again.id).toBe(first.id);
    expect(onlyRun().id).toBe(first.id);
  });

  it.each(['5xx', 'drop'] as const)('creates it in the second attempt after %s', async (kind) => {
    standIn.fail({ kind, match: { operation: 'checks/create' } });
    await start();
    expect(onlyRun().status).toBe('in_progress');
  });

  it('does not trust the first look when that is a moment old', async () => {
    standIn.fail({ kind: 'stale', match: { operation: 'checks/list-for-ref' }, after: 1 });
    standIn.fail({ kind: 'drop-answer', match: { operation: 'checks/create' } });
    await start();
    expect(onlyRun().status).toBe('in_progress');
  });

  it('says so when a permission is missing', async () => {
    standIn.setPermissions(open.installation, { metadata: 'read', checks: 'read', pull_requests: 'write' });
    await expect(start()).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('takes other work on the same commit for another run', async () => {
    await start();
    await startCheckRun(open.client, { ...open.check, externalId: 'job-2' }, open.timing);
    expect(runs().map((run) => run.externalId)).toEqual(['job-1', 'job-2']);
  });
});

describe('concludeCheckRun', () => {
  it('concludes with one look and one request where fifty annotations suffice', async () => {
    const run = await start();
    standIn.forgetRequests();
    const concluded = await concludeCheckRun(open.client, run, reportWith(50), options());
    expect(concluded).toMatchObject({ id: run.id, outcome: 'concluded', undelivered: 0 });
    expect(standIn.countRequests()).toEqual({ 'checks/list-for-ref': 1, 'checks/update': 1 });
    const shown = onlyRun();
    expect(shown).toMatchObject({ status: 'completed', conclusion: 'failure', completedAt: NOW });
    expect(shown.output).toMatchObject({ title: 'failure: somebody can (1 blocking)', text: 'Details.' });
  });

  it('sends two hundred in four requests and concludes in the last', async () => {
    const run = await start();
    standIn.forgetRequests();
    standIn.fail({ kind: '5xx', match: { operation: 'checks/update' }, after: 3, times: 4 });
    await expect(concludeCheckRun(open.client, run, reportWith(200), options())).rejects.toMatchObject({
      kind: 'unavailable',
    });
    expect(onlyRun()).toMatchObject({ status: 'in_progress', conclusion: null });
    expect(onlyRun().annotations).toHaveLength(150);
    await concludeCheckRun(open.client, await start(), reportWith(200), options());
    expect(linesOf(onlyRun())).toEqual(lines(200));
    expect(onlyRun().conclusion).toBe('failure');
  });

  it.each([
    ['5xx', 0],
    ['5xx', 1],
    ['drop', 1],
    ['drop-answer', 0],
    ['drop-answer', 1],
    ['drop-answer', 2],
    ['429', 1],
    ['secondary-limit', 2],
  ] as const)('has every annotation once after %s at batch %i', async (kind, after) => {
    const run = await start();
    standIn.fail({ kind, match: { operation: 'checks/update' }, after, retryAfter: 1 });
    await concludeCheckRun(open.client, run, reportWith(120), options());
    expect([...linesOf(onlyRun())].sort((a, b) => a - b)).toEqual(lines(120));
    expect(onlyRun().conclusion).toBe('failure');
  });

  it('does not send twice what an old read does not show', async () => {
    const run = await start();
    standIn.fail({ kind: 'stale', match: { operation: 'checks/list-annotations' } });
    standIn.fail({ kind: 'drop-answer', match: { operation: 'checks/update' }, after: 1 });
    await concludeCheckRun(open.client, run, reportWith(120), options());
    expect(linesOf(onlyRun())).toEqual(lines(120));
  });

  it('goes on where a killed worker ended', async () => {
    const run = await start();
    standIn.fail({ kind: 'drop-answer', match: { operation: 'checks/update' }, times: 1 });
    standIn.fail({ kind: '5xx', match: { operation: 'checks/list-annotations' }, times: 20 });
    await expect(concludeCheckRun(open.client, run, reportWith(80), options())).rejects.toThrow();
    standIn.clearFaults();
    const again = await start();
    expect(again).toMatchObject({ id: run.id, annotations: 50, conclusion: undefined });
    await concludeCheckRun(open.client, again, reportWith(80), options());
    expect(linesOf(onlyRun())).toEqual(lines(80));
  });

  it('goes on with the same handle, and takes what another worker concluded for done', async () => {
    const run = await start();
    standIn.fail({ kind: '5xx', match: { operation: 'checks/update' }, after: 1, times: 4 });
    await expect(concludeCheckRun(open.client, run, reportWith(80), options())).rejects.toThrow();
    await concludeCheckRun(open.client, run, reportWith(80), options());
    expect((await concludeCheckRun(open.client, run, reportWith(80), options())).outcome).toBe('already');
    expect(linesOf(onlyRun())).toEqual(lines(80));
  });

  it('leaves a concluded run alone', async () => {
    await concludeCheckRun(open.client, await start(), reportWith(3), options());
    const again = await concludeCheckRun(open.client, await start(), reportWith(3), options());
    expect(again.outcome).toBe('already');
    expect(onlyRun().annotations).toHaveLength(3);
  });

  it('replaces a run with annotations of another report, and closes the old one alike', async () => {
    const run = await start();
    standIn.fail({ kind: '5xx', match: { operation: 'checks/update' }, after: 1, times: 4 });
    await expect(concludeCheckRun(open.client, run, reportWith(60), options())).rejects.toThrow();
    const other: CheckRunReport = { ...reportWith(0), conclusion: 'success', annotations: [annotation(999)] };
    const concluded = await concludeCheckRun(open.client, await start(), other, options());
    expect(runs().map(({ conclusion }) => conclusion)).toEqual(['success', 'success']);
    const newest = runs().at(-1);
    expect(newest?.id).toBe(concluded.id);
    expect(newest && linesOf(newest)).toEqual([999]);
    expect(runs()[0]?.output.title).toBe('superseded by a newer run');
  });

  it('concludes and says how many annotations GitHub refused', async () => {
    const run = await start();
    const report = reportWith(60);
    const bad = { ...annotation(7), title: 'x'.repeat(300) };
    const concluded = await concludeCheckRun(
      open.client,
      run,
      { ...report, annotations: [bad, ...report.annotations] },
      options(),
    );
    expect(concluded.undelivered).toBe(50);
    expect(onlyRun()).toMatchObject({ conclusion: 'failure' });
    expect(onlyRun().annotations).toHaveLength(11);
    expect(onlyRun().output.summary).toContain('GitHub refused 50 of the annotations');
  });

  it('shows what it waits for, and annotates only with the conclusion', async () => {
    const run = await start();
    const { conclusion: _, ...report } = reportWith(2);
    const waiting: CheckRunReport = { ...report, status: 'in_progress', annotations: [], title: 'waiting: an image' };
    expect((await concludeCheckRun(open.client, run, waiting, options())).outcome).toBe('in_progress');
    expect(onlyRun()).toMatchObject({
      status: 'in_progress',
      conclusion: null,
      output: { title: 'waiting: an image' },
    });
    await concludeCheckRun(open.client, await start(), reportWith(2), options());
    expect(onlyRun().annotations).toHaveLength(2);
  });

  it.each(['before', 'after'])("reports another app's check of our name, %s ours began", async (when) => {
    const early = when === 'after' ? await start() : undefined;
    const token = standIn.createActionsToken(open.repository.fullName, { checks: 'write' });
    const answer = await fetch(`${standIn.url}/repos/${open.repository.fullName}/check-runs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'user-agent': 'x', 'content-type': 'application/json' },
      body: JSON.stringify({
        name: open.check.name,
        head_sha: open.check.headSha,
        external_id: open.check.externalId,
        status: 'completed',
        conclusion: 'success',
      }),
    });
    expect(answer.status).toBe(201);
    await concludeCheckRun(open.client, early ?? (await start()), reportWith(1), options());
    const concluded = runs().map(({ app, conclusion }) => `${app ? 'ours' : 'other'} ${conclusion}`);
    expect(concluded.sort()).toEqual(['other success', 'ours failure']);
    expect(runs().find(({ app }) => app)?.output.summary).toContain(
      '**Another app reports a check named `Threatdiff` on this commit',
    );
  });

  it('shows three buttons at most, clipped', async () => {
    const button = { label: 'a label that is too long', description: 'd', identifier: 'accept' };
    const actions = [button, button, button, button];
    await concludeCheckRun(open.client, await start(), reportWith(0), { ...options(), actions });
    expect(onlyRun().actions.map(({ label }) => label)).toEqual(Array(3).fill('a label that is too '));
  });
});

describe('failCheckRun', () => {
  it('fails with the reason, with or without a run that was started', async () => {
    await failCheckRun(open.client, open.check, 'the tree of @acme/x could not be read', open.timing);
    const { conclusion, output } = onlyRun();
    expect(conclusion).toBe('failure');
    expect(output.title).toBe('no verdict: the tree of @\u200bacme/x could not be read');
    expect(output.summary).not.toContain('@acme');
  });

  it('does not touch a verdict', async () => {
    await concludeCheckRun(open.client, await start(), { ...reportWith(0), conclusion: 'success' }, options());
    expect((await failCheckRun(open.client, open.check, 'too late', open.timing)).outcome).toBe('already');
    expect(onlyRun().conclusion).toBe('success');
  });
});
