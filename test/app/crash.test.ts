/**
 * The App in a process of its own that is killed at the worst moments and started again over the same folder: the check
 * concludes, and nothing is posted twice.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GitHubStandIn } from '../github/stand-in.ts';
import { AppProcesses } from './app-processes.ts';
import { CRASH_MOMENTS, CRASH_TIMEOUT, requestsOf } from './crash-moments.ts';
import { expectConcludedOnce } from './expect-concluded-once.ts';
import { OPEN_SSH, SAFE_QUEUE } from './sources.ts';
import { waitFor } from './start-app.ts';

let processes: AppProcesses;

beforeAll(async () => {
  processes = await AppProcesses.prepare();
});
afterAll(() => processes.end());

describe('a process that is killed', () => {
  it.concurrent.each(CRASH_MOMENTS)(
    '$name concludes after its restart, and posts nothing twice',
    async ({ name, hangs, arrive }) => {
      const standIn = await GitHubStandIn.start();
      const shop = standIn.createRepository({ owner: 'acme', name: 'shop', files: { 'main.tf': SAFE_QUEUE } });
      standIn.install({ account: 'acme' });
      const data = name.replaceAll(' ', '-');
      const first = await processes.start(standIn, data);
      const head = shop.commit({ branch: 'open-ssh', files: { 'main.tf': OPEN_SSH } });
      shop.openPullRequest({ head: 'open-ssh' });
      if (hangs !== undefined) standIn.fail({ kind: 'hang', match: { operation: hangs, path: requestsOf(shop) } });
      const acknowledged = standIn.send(first.url, standIn.takeRaised());
      await arrive({ standIn, repository: shop }, acknowledged);
      expect(shop.checkRuns(head).filter(({ status }) => status === 'completed')).toEqual([]);
      await first.kill();
      await acknowledged;
      standIn.clearFaults();
      const second = await processes.start(standIn, data);
      await waitFor(() => Promise.resolve(shop.checkRuns(head).at(-1)?.status === 'completed'), CRASH_TIMEOUT);
      expectConcludedOnce(shop, head);
      expect(standIn.violations()).toEqual([]);
      await second.kill();
      await standIn.stop();
    },
    CRASH_TIMEOUT * 2,
  );
});
