/** Who writes the workflow, decided from where its file is. */
import { describe, expect, it } from 'vitest';
import { describeTrust } from './describe-trust.ts';
import { harmlessLine } from './harmless-line.ts';

const repository = { owner: 'acme', name: 'shop', id: 1 };
const OWN = 'acme/shop/.github/workflows/check.yml';
const trust = (eventName: string, workflowRef?: string) => describeTrust({ eventName, repository, workflowRef });

describe('describeTrust', () => {
  it.each([
    ['pull_request', `${OWN}@refs/pull/7/merge`],
    ['pull_request', 'ACME/Shop/.github/workflows/check.yml@refs/pull/7/merge'],
    ['pull_request', undefined],
    ['pull_request', ''],
    ['pull_request', 'nonsense'],
    ['merge_group', `${OWN}@refs/heads/gh-readonly-queue/main/pr-7-1234`],
  ])('says that the verdict is advice: %s, %s', (event, workflow) => {
    expect(trust(event, workflow)).toMatch(/^\*\*Advisory: .*whose author can change it/);
  });

  it.each([
    ['pull_request_target', `${OWN}@refs/heads/main`],
    ['push', `${OWN}@refs/heads/main`],
    ['workflow_dispatch', `${OWN}@refs/heads/main`],
    ['pull_request', 'acme/policies/.github/workflows/check.yml@refs/heads/main'],
    ['merge_group', 'acme/policies/.github/workflows/check.yml@refs/tags/v1'],
  ])('is silent where the head does not write the workflow: %s, %s', (event, workflow) => {
    expect(trust(event, workflow)).toBeUndefined();
  });
});

describe('harmlessLine', () => {
  it.each(['::error::x', '  ::stop-commands::x', '\t::add-mask::x', 'a ##[error]b', 'a\n::error::x', '\r::x::y'])(
    'is no command: %j',
    (text) => {
      const line = harmlessLine(text);
      expect(line).not.toMatch(/^\s*::|##\[|[\r\n]/);
    },
  );

  it('leaves other text as it is', () => {
    expect(harmlessLine('Threatdiff: failure: a::b ## [x]')).toBe('Threatdiff: failure: a::b ## [x]');
  });
});
