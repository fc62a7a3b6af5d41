/** Which event asks for which work. */
import { describe, expect, it } from 'vitest';
import { commitWork } from './commit-work.ts';
import type { PushEvent } from './event-payloads.ts';
import { foreignCheckWork } from './foreign-check-work.ts';
import { forgottenRepositories } from './forgotten-repositories.ts';
import { installationWork } from './installation-work.ts';
import { pullRequestWork } from './pull-request-work.ts';
import { pushWork } from './push-work.ts';
import { rerequestWork } from './rerequest-work.ts';

const [A, B] = ['a'.repeat(40), 'b'.repeat(40)];
const at = {
  installation: { id: 9 },
  repository: { id: 5, name: 'shop', owner: { login: 'acme' }, default_branch: 'main' },
};
const shop = { installationId: 9, repositoryId: 5, owner: 'acme', name: 'shop' };
const check = { ...shop, headSha: A, again: '', urgency: 'pull-request' };

describe('pull_request', () => {
  const event = (action: string, more: object = {}) =>
    pullRequestWork({ ...at, action, pull_request: { head: { sha: A } }, ...more });

  it('asks for a look at the head commit', () => {
    for (const action of ['opened', 'reopened', 'ready_for_review', 'converted_to_draft', 'closed', 'synchronize'])
      expect(event(action)).toEqual([{ kind: 'check', job: check }]);
  });

  it('asks for a look at the commit a push left, too', () => {
    expect(event('synchronize', { before: B })).toEqual([{ kind: 'check', job: { ...check, left: B } }]);
  });

  it('asks for nothing where nothing that counts changed', () => {
    expect(event('labeled')).toEqual([]);
    expect(event('edited', { changes: { title: { from: 'old' } } })).toEqual([]);
    expect(event('edited', { changes: { base: { ref: { from: 'main' } } } })).toHaveLength(1);
    expect(event('opened', { installation: undefined })).toEqual([]);
  });
});

describe('push', () => {
  const push = (more: Partial<PushEvent>, paths: readonly string[] = []) => {
    const commits = [{ modified: paths }];
    const event = { ...at, ref: 'refs/heads/main', forced: false, created: false, deleted: false, commits, ...more };
    return pushWork(event, '.github');
  };
  const all = [{ kind: 'repository', job: { ...shop, urgency: 'policy' } }];

  it('of policy to the default branch asks for every open pull request', () => {
    expect(push({}, ['.github/threatdiff.yml'])).toEqual(all);
    expect(push({}, ['main.tf', '.github/threatdiff-waivers.yml'])).toEqual(all);
  });

  it('that does not say which files it changed does so, too', () => {
    expect(push({ forced: true })).toEqual(all);
    expect(push({ commits: Array.from({ length: 2048 }, () => ({})) })).toEqual(all);
  });

  it('of anything else asks for nothing', () => {
    expect(push({}, ['main.tf', 'threatdiff.yml'])).toEqual([]);
    expect(push({ ref: 'refs/heads/topic' }, ['.github/threatdiff.yml'])).toEqual([]);
    expect(push({ ref: 'refs/tags/main' }, ['.github/threatdiff.yml'])).toEqual([]);
  });

  it('of policy to the policy repository of the organisation asks for all repositories', () => {
    const repository = { ...at.repository, name: '.github' };
    const work = [{ kind: 'installation', job: { installationId: 9, urgency: 'policy' } }];
    expect(push({ repository }, ['threatdiff.yml'])).toEqual(work);
    expect(push({ repository }, ['profile/README.md'])).toEqual([]);
  });
});

describe('check_run and check_suite', () => {
  const run = { id: 3, name: 'threatdiff', head_sha: A, app: { id: 4711 } };

  it('asks for a fresh look, the same for the same press', () => {
    const again = { ...check, again: 'run:3' };
    expect(rerequestWork({ ...at, check_run: run }, 4711)).toEqual([{ kind: 'check', job: again }]);
    const suite = { ...run, updated_at: '2026-11-21T10:00:00Z' };
    const [work] = rerequestWork({ ...at, check_suite: suite }, 4711);
    expect(work).toMatchObject({ job: { again: `suite:3:${Date.parse('2026-11-21T10:00:00Z')}` } });
  });

  it('that another app posts under our name asks for a look, and nothing else does', () => {
    const own = { appId: 4711, checkName: 'threatdiff' };
    const foreign = (more: object) => foreignCheckWork({ ...at, check_run: { ...run, app: { id: 1 }, ...more } }, own);
    expect(foreign({})).toEqual([{ kind: 'check', job: check }]);
    expect(foreign({ app: null })).toHaveLength(1);
    expect(foreign({ app: { id: 4711 } })).toEqual([]);
    expect(foreign({ name: 'build' })).toEqual([]);
  });

  it('of another app asks for nothing', () => {
    expect(rerequestWork({ ...at, check_run: { ...run, app: { id: 1 } } }, 4711)).toEqual([]);
    expect(rerequestWork({ ...at, check_run: { ...run, app: null } }, 4711)).toEqual([]);
  });
});

it('a merge group asks for its head commit', () => {
  expect(commitWork(at, { headSha: A })).toEqual([{ kind: 'check', job: check }]);
});

describe('installation', () => {
  it('that gains repositories asks for a look that can wait', () => {
    const work = [{ kind: 'installation', job: { installationId: 9, urgency: 'backfill' } }];
    for (const action of ['created', 'unsuspend', 'new_permissions_accepted'])
      expect(installationWork({ action, installation: { id: 9 } })).toEqual(work);
    expect(installationWork({ action: 'deleted', installation: { id: 9 } })).toEqual([]);
    const added = { installation: { id: 9 }, repositories_removed: [] };
    expect(installationWork({ ...added, repositories_added: [{ id: 5, full_name: 'acme/shop' }] })).toEqual([
      { kind: 'repository', job: { ...shop, urgency: 'backfill' } },
    ]);
  });

  it('that loses repositories has them forgotten; a suspension does not', () => {
    const repositories = [{ id: 5 }, { id: 6 }];
    expect(forgottenRepositories({ action: 'deleted', installation: { id: 9 }, repositories })).toEqual([5, 6]);
    expect(forgottenRepositories({ action: 'suspend', installation: { id: 9 }, repositories })).toEqual([]);
  });
});
