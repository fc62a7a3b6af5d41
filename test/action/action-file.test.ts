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

  it('is told in the README', () => {
    const names = [...Object.keys(action.inputs), ...Object.keys(action.outputs)];
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
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
