/** `action.yml` and the code that reads its inputs say the same, and defaults are in one place. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readActionInputs } from '../../src/action/read-action-inputs.ts';

const root = join(import.meta.dirname, '../..');

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: unknown }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

const action = parse(readFileSync(join(root, 'action/action.yml'), 'utf8')) as ActionFile;
const page = readFileSync(join(root, 'docs/action.md'), 'utf8');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const source = (path: string) => readFileSync(join(root, 'src/action', path), 'utf8');

describe('action.yml', () => {
  it('starts one file on Node 24', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'main.mjs' });
  });

  it('holds no default', () => {
    expect(Object.values(action.inputs).filter((input) => 'default' in input)).toEqual([]);
  });

  it('names every input that is read, and no other', () => {
    const asked = new Set<string>();
    const environment = new Proxy<Record<string, string | undefined>>(
      {},
      {
        get: (_target, name) => {
          if (typeof name === 'string' && name.startsWith('INPUT_'))
            asked.add(name.slice('INPUT_'.length).toLowerCase());
          return undefined;
        },
      },
    );
    readActionInputs(environment);
    expect([...asked].sort()).toEqual(Object.keys(action.inputs).sort());
  });

  it('names every output that is set', () => {
    const set = source('run-action.ts');
    const missing = Object.keys(action.outputs).filter((name) => !new RegExp(`^ +'?${name}'?: `, 'm').test(set));
    expect(missing).toEqual([]);
  });

  it('is told in its documentation', () => {
    const names = [...Object.keys(action.inputs), ...Object.keys(action.outputs)];
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});

describe("the README's workflow", () => {
  const [, text = ''] = /^```yml\n(.*?)^```$/ms.exec(readme) ?? [];
  const workflow = parse(text) as {
    readonly on: Readonly<Record<string, { readonly types?: readonly string[] } | null>>;
    readonly permissions: object;
    readonly jobs: {
      readonly threatdiff: { readonly steps: readonly { readonly uses: string; readonly with: object }[] };
    };
  };

  it('checks nothing out, pins a commit, and gives what is needed and no more', () => {
    const { steps } = workflow.jobs.threatdiff;
    expect(steps.map(({ uses }) => uses)).toEqual([expect.stringMatching(/^OWNER\/threatdiff@[0-9a-f]{40}$/)]);
    expect(steps[0]?.with).toEqual({ token: '${{ github.token }}' });
    expect(workflow.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
    expect(Object.keys(steps[0]?.with ?? {}).every((name) => name in action.inputs)).toBe(true);
  });

  it('looks again when the base branch of a pull request changes', () => {
    expect(workflow.on['pull_request_target']?.types).toEqual(['opened', 'reopened', 'synchronize', 'edited']);
    expect(Object.keys(workflow.on)).toContain('merge_group');
  });
});

describe('the defaults', () => {
  it('are those of a run without any input', () => {
    expect(readActionInputs({ GITHUB_TOKEN: 'x' })).toMatchObject({ token: 'x', comment: true, failOn: undefined });
  });

  it.each([
    ['comment', 'yes'],
    ['pull-request', '0'],
    ['fail-on', 'High'],
    ['organisation-policy-repository', 'acme/policies'],
  ])('are not taken where %s is %j', (name, value) => {
    expect(() => readActionInputs({ [`INPUT_${name.toUpperCase()}`]: value })).toThrow(`The input ${name} cannot be`);
  });
});
