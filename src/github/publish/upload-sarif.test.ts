/** What GitHub gets of a report for code scanning, and that no refusal of it is an error of the run. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GitHubStandIn } from '../../../test/github/stand-in.ts';
import { type OpenedPullRequest, openPullRequest } from '../../../test/publishing/open-pull-request.ts';
import { exampleReport } from '../../../test/reports/example-report.ts';
import type { SarifLog } from '../../reporters/sarif/sarif-log.ts';
import { sarifReport } from '../../reporters/sarif/sarif-report.ts';
import { uploadSarif } from './upload-sarif.ts';

let standIn: GitHubStandIn;
let tests = 0;
let open: OpenedPullRequest;
beforeAll(async () => {
  standIn = await GitHubStandIn.start();
});
beforeEach(() => {
  tests += 1;
  open = openPullRequest(standIn, `acme-${tests}`);
  standIn.setPermissions(open.installation, { contents: 'read', security_events: 'write' });
});
afterAll(async () => {
  const violations = standIn.violations();
  await standIn.stop();
  expect(violations).toEqual([]);
});

const render = (maxResults: number): string =>
  sarifReport([
    {
      report: exampleReport,
      options: { rule: () => undefined, audience: 'code-scanning', maxResults, category: 'threatdiff' },
    },
  ]);

function upload(make = render) {
  const { owner, repo, headSha: commitSha } = open.check;
  return uploadSarif(open.client, { owner, repo, commitSha, ref: 'refs/pull/1/head' }, make);
}

const received = () => [...open.repository.state.sarifs.values()];

describe('uploadSarif', () => {
  it('sends what is open, for the commit and the pull request', async () => {
    expect(await upload()).toMatchObject({ outcome: 'uploaded', results: 5000 });
    const [sent] = received();
    expect(sent).toMatchObject({ commit: open.check.headSha, ref: 'refs/pull/1/head' });
    const { runs } = JSON.parse(sent?.sarif ?? '') as SarifLog;
    expect(runs[0]?.results.map(({ baselineState }) => baselineState)).toEqual(['new', 'updated']);
  });

  it('sends fewer results until GitHub takes the file', async () => {
    const noise = (length: number): string => {
      let text = '';
      for (let index = 0; text.length < length; index += 1)
        text += createHash('sha512').update(`${index}`).digest('hex');
      return text;
    };
    const heavy = noise(25_000_000);
    const asked: number[] = [];
    const outcome = await upload((maxResults) => {
      asked.push(maxResults);
      return `${render(maxResults)}${heavy.slice(0, maxResults * 5000)}`;
    });
    expect(outcome).toMatchObject({ outcome: 'uploaded', results: 2500 });
    expect(asked).toEqual([5000, 2500]);
  });

  it('is no error where the App may not', async () => {
    standIn.setPermissions(open.installation, { contents: 'read' });
    expect(await upload()).toEqual({
      outcome: 'not-available',
      reason: expect.stringContaining('the permission security_events=write is missing'),
    });
  });

  it('is no error where the repository has no code scanning', async () => {
    open.repository.state.codeScanning = 'off';
    expect(await upload()).toEqual({
      outcome: 'not-available',
      reason: expect.stringContaining('Advanced Security must be enabled'),
    });
    expect(received()).toEqual([]);
  });

  it('says what went wrong where GitHub does not answer', async () => {
    standIn.fail({ match: { operation: 'code-scanning/upload-sarif' }, kind: '5xx', times: 20 });
    expect(await upload()).toMatchObject({ outcome: 'failed', reason: expect.stringContaining('upload the code') });
  });
});
