/** When a new installation observes, and everything that ends it or keeps it from beginning. */
import { describe, expect, it } from 'vitest';
import type { PolicySources } from '../model/policy.ts';
import { loadPolicy } from './load-policy.ts';

const installation = { installedOn: '2026-11-10', pullRequests: 3 };
const file = (text: string) => ({ policy: { file: '.github/threatdiff.yml', id: 'a', text } });

function load(sources: Omit<PolicySources, 'installation'> = {}, asOf = '2026-11-20', facts: object = installation) {
  const { policy, problems } = loadPolicy({ ...sources, installation: facts }, asOf);
  return { ...policy, problems };
}

describe('a new installation', () => {
  it('observes for 14 days or 20 pull requests', () => {
    expect(load()).toMatchObject({
      mode: 'monitor',
      observation: { until: '2026-11-24', pullRequestsLeft: 17 },
      problems: [],
    });
    expect(load({}, '2026-11-24').mode).toBe('monitor');
    expect(load({}, '2026-11-25').mode).toBe('enforce');
    expect(load({}, undefined, { ...installation, pullRequests: 20 }).observation?.pullRequestsLeft).toBe(0);
    expect(load({}, undefined, { ...installation, pullRequests: 21 }).mode).toBe('enforce');
  });

  it.each([
    ['mode: enforce', 'enforce'],
    ['mode: monitor', 'monitor'],
    ['observe: { days: 0 }', 'enforce'],
    ['observe: { pull_requests: 0 }', 'enforce'],
    ['observe: { pull_requests: 2 }', 'enforce'],
    ['observe: { days: 9 }', 'enforce'],
    ['nonsense: true', 'enforce'],
  ])('is over where a policy file says %s', (line, mode) => {
    for (const side of ['organisation', 'repository'] as const) {
      const loaded = load({ [side]: file(`version: 1\n${line}\n`) });
      expect([loaded.mode, loaded.observation]).toEqual([mode, undefined]);
    }
  });

  it('may be observed longer by the organisation, and by the repository never longer than that', () => {
    const longer = file('version: 1\nobserve: { days: 30 }\n');
    const shorter = file('version: 1\nobserve: { days: 12 }\n');
    const until = (sources: PolicySources) => load(sources).observation?.until;
    expect(until({ organisation: longer })).toBe('2026-12-10');
    expect(until({ repository: longer })).toBe('2026-12-10');
    expect(until({ organisation: longer, repository: shorter })).toBe('2026-11-22');
    expect(until({ organisation: shorter, repository: longer })).toBe('2026-11-22');
    const [problem] = load({ organisation: shorter, repository: longer }).problems;
    expect(problem).toMatchObject({ effect: 'note', message: expect.stringContaining('more than the organisation') });
    const locked = file('version: 1\nlocked: [observe]\n');
    expect(until({ organisation: locked, repository: longer })).toBe('2026-11-24');
  });

  it('enforces and says so where GitHub did not say how new it is', () => {
    for (const facts of [{}, { pullRequests: 1 }, { installedOn: '2026-11-10' }]) {
      const { mode, problems } = load({}, undefined, facts);
      expect(mode).toBe('enforce');
      expect(problems).toMatchObject([{ code: 'source-failed', effect: 'note' }]);
    }
  });

  it('is nothing another door knows of', () => {
    expect(loadPolicy({}, '2026-11-20').policy).toMatchObject({ mode: 'enforce' });
  });
});
