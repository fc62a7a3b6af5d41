/** A release: a commit on no branch that holds what was built and nothing else, its tags, and a workflow that is pinned. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildAction } from './run-bundle.ts';

const root = join(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
const scratch = mkdtempSync(join(tmpdir(), 'threatdiff-release-test-'));
let built: string;

function git(...args: string[]): string {
  const who = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' };
  const env = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', ...who };
  return execFileSync('git', args, { cwd: scratch, encoding: 'utf8', env }).trim();
}

function release(wanted: string, folder = built) {
  const args = [join(root, 'tools/commit-release.ts'), wanted, '--repository', scratch, '--folder', folder];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: join(scratch, 'config') };
  return spawnSync(process.execPath, args, { encoding: 'utf8', env });
}

beforeAll(() => {
  built = buildAction();
  writeFileSync(join(scratch, 'config'), '[user]\n  name = a\n  email = a@b\n');
  git('init', '--quiet', '--initial-branch=main');
  writeFileSync(join(scratch, 'source.txt'), 'source');
  writeFileSync(join(scratch, '.gitignore'), '*.json\n');
  git('add', 'source.txt', '.gitignore');
  git('commit', '--quiet', '-m', 'Source');
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
  rmSync(dirname(built), { recursive: true });
});

describe('a release commit', () => {
  it('holds what was built, names its source, and moves no branch', () => {
    const source = git('rev-parse', 'main');
    expect(release(version)).toMatchObject({ status: 0, stderr: '' });
    const [tag, major] = [`v${version}`, `v${version.split('.')[0] ?? ''}`];
    expect(git('ls-tree', '--name-only', '-r', tag).split('\n')).toEqual(readdirSync(built).sort());
    expect(git('rev-list', '--count', tag)).toBe('1');
    expect(git('log', '-1', '--format=%B', tag)).toContain(`Built from ${source} `);
    expect(git('rev-parse', major)).toBe(git('rev-parse', tag));
    expect(git('rev-parse', 'main')).toBe(source);
    expect(git('branch', '--all', '--contains', tag)).toBe('');
    expect(git('status', '--porcelain', 'source.txt')).toBe('');
    expect(execFileSync('git', ['show', `${tag}:main.mjs`], { cwd: scratch, maxBuffer: 2 ** 26 })).toEqual(
      readFileSync(join(built, 'main.mjs')),
    );
  });

  it('is never changed, and the next one takes the tag of its major version', () => {
    const before = git('rev-parse', `v${version}`);
    expect(release(version)).toMatchObject({ status: 1, stderr: expect.stringContaining('is there already') });
    expect(git('rev-parse', `v${version}`)).toBe(before);
    const next = version.replace(/\d+$/, (patch) => String(Number(patch) + 1));
    const folder = join(scratch, 'next');
    cpSync(built, folder, { recursive: true });
    const main = readFileSync(join(folder, 'main.mjs'), 'utf8');
    writeFileSync(join(folder, 'main.mjs'), main.replaceAll(`"${version}"`, `"${next}"`));
    expect(release(next, folder)).toMatchObject({ status: 0 });
    expect(git('rev-parse', `v${version.split('.')[0] ?? ''}`)).toBe(git('rev-parse', `v${next}`));
    expect(git('rev-parse', `v${version}`)).toBe(before);
  });

  it.each(['', '1', 'v1.2.3', '9.9.9', '1.2.3;x'])('is refused for version %j', (wanted) => {
    expect(release(wanted).status).toBe(1);
  });
});

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions?: Readonly<Record<string, string>>;
        readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly with?: object }[];
      }
    >
  >;
}

describe.each(['ci.yml', 'release.yml'])('the workflow %s', (name) => {
  const text = readFileSync(join(root, '.github/workflows', name), 'utf8');
  const workflow = parse(text) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  it('pins every action by its commit, and says which version that is', () => {
    const uses = text.split('\n').filter((line) => /\buses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  it('leaves no token behind for what it runs, and puts no expression into a script', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.every((step) => JSON.stringify(step.with ?? {}).includes('"persist-credentials":false'))).toBe(
      true,
    );
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  it('may write only in the job that publishes, which installs nothing', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const writers = Object.values(workflow.jobs).filter((job) => job.permissions?.['contents'] === 'write');
    expect(writers.flatMap((job) => job.steps).filter(({ run }) => /\bnpm\b/.test(run ?? ''))).toEqual([]);
  });
});
