/** The built command line, really run: exit codes, outputs, a repository with its policy, a reader that goes away. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../src/model/report.ts';
import type { SarifLog } from '../src/reporters/sarif/sarif-log.ts';

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'threatdiff-cli-'));
const cli = join(scratch, 'dist/cli.js');

const ENCRYPTED =
  'resource "aws_sqs_queue" "orders" {\n  name                    = "orders"\n  sqs_managed_sse_enabled = true\n}\n';
const OPEN = ENCRYPTED.replace('true', 'false');
const DAY = ['--as-of', '2026-11-21'];

beforeAll(() => {
  const built = spawnSync(process.execPath, [join(root, 'tools/build.ts'), '--out', dirname(cli)], {
    encoding: 'utf8',
  });
  expect(built.stderr).toBe('');
  put('before/queue.tf', ENCRYPTED);
  put('after/queue.tf', OPEN);
});
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

function put(path: string, text: string): void {
  mkdirSync(dirname(join(scratch, path)), { recursive: true });
  writeFileSync(join(scratch, path), text);
}

function run(args: readonly string[], directory = '.', environment: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: join(scratch, directory),
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: scratch, ...environment },
  });
  return { exitCode: status, stdout, stderr };
}

describe('exit codes', () => {
  it('0: nothing blocks', () => {
    const { exitCode, stdout, stderr } = run(['diff', '--before', 'before', '--after', 'before', ...DAY]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^Threatdiff: success\. /);
  });

  it('1: something blocks, with its source and the fix', () => {
    const { exitCode, stdout } = run(['diff', '--before', 'before', '--after', 'after', ...DAY]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('queue.tf:3:29  medium  aws-sqs-queue-not-encrypted');
    expect(stdout).toContain('    3 │   sqs_managed_sse_enabled = false\n');
    expect(stdout).toContain('      │                             ^^^^^\n');
    expect(stdout).toContain('\n  fix  ');
  });

  it('1: a changed file that cannot be read never turns green', () => {
    put('broken/queue.tf', ENCRYPTED.replace('}', ''));
    const { exitCode, stdout } = run(['diff', '--before', 'before', '--after', 'broken', ...DAY]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('Fails the check: changed, and could not be evaluated');
  });

  it.each([
    [['diff', '--befor', 'x'], 'Did you mean --before?'],
    [['dif'], 'Did you mean diff?'],
    [['diff', '--before', 'nowhere', '--after', 'after'], 'There is no folder'],
    [['scan'], 'There is nothing to scan.'],
    [['scan', 'after', '--fail-on', 'hgih'], 'Did you mean high?'],
    [['diff', '--inputs', 'before/queue.tf'], 'The recorded inputs are not JSON.'],
    [['diff', '--before', 'before', '--after', 'after', '--output', 'missing/report'], 'cannot be written'],
    [['rules', 'aws-sqs-queue-not-encryptd'], 'Did you mean aws-sqs-queue-not-encrypted?'],
    [['diff'], 'is not in a git repository'],
  ])('2: %j', (args, hint) => {
    const { exitCode, stdout, stderr } = run(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(hint);
  });

  it('3: no verdict from a damaged installation', () => {
    put('damaged/rule-pack.json', '{}');
    for (const name of ['cli.js', 'package.json'])
      put(`damaged/${name}`, readFileSync(join(dirname(cli), name), 'utf8'));
    const damaged = spawnSync(process.execPath, [join(scratch, 'damaged/cli.js'), 'scan', 'after'], {
      cwd: scratch,
      encoding: 'utf8',
    });
    expect(damaged.status).toBe(3);
    expect(damaged.stderr).toContain('no verdict');
  });
});

describe('diff', () => {
  const compare = ['diff', '--before', 'before', '--after', 'after', ...DAY];

  it('replays recorded inputs to the same bytes', () => {
    const files = ['--write-inputs', 'inputs.json', '--write-run', 'run.json', '--output', 'report.json'];
    expect(run([...compare, '--format', 'json', ...files])).toEqual({ exitCode: 1, stdout: '', stderr: '' });
    rmSync(join(scratch, 'after'), { recursive: true });
    const replayed = run(['diff', '--inputs', 'inputs.json', '--format', 'json']);
    put('after/queue.tf', OPEN);
    expect(replayed.exitCode).toBe(1);
    expect(replayed.stdout).toBe(readFileSync(join(scratch, 'report.json'), 'utf8'));
    expect(JSON.parse(readFileSync(join(scratch, 'run.json'), 'utf8'))).toMatchObject({ exitCode: 1 });
  });

  it('colours when told to, not by itself', () => {
    expect(run(compare).stdout).not.toContain('\u001b');
    expect(run(compare, '.', { FORCE_COLOR: '1' }).stdout).toContain('\u001b[31m');
  });

  it('writes Markdown', () => {
    expect(run([...compare, '--format', 'markdown']).stdout).toMatch(/^### Threatdiff: blocked\. /);
  });

  it('writes further reports to files beside the first', () => {
    const files = ['--format', 'html=page.html', '--format', 'sarif=log.sarif'];
    const { exitCode, stdout } = run([...compare, ...files]);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^Threatdiff: failure\. /);
    const page = readFileSync(join(scratch, 'page.html'), 'utf8');
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain('<span class="text">  sqs_managed_sse_enabled = <mark>false</mark></span>');
    const log = JSON.parse(readFileSync(join(scratch, 'log.sarif'), 'utf8')) as SarifLog;
    expect(log.runs[0]?.results.map(({ ruleId, baselineState }) => [ruleId, baselineState])).toEqual([
      ['aws-sqs-queue-not-encrypted', 'new'],
    ]);
    const twice = run([...compare, '--format', 'html=x', '--output', 'x']);
    expect(twice).toMatchObject({ exitCode: 2, stdout: '' });
    expect(twice.stderr).toContain('Two reports would go to "x".');
  });

  it('scans several folders into one run each, and one page', () => {
    const { exitCode } = run([
      'scan',
      'before',
      'after',
      ...DAY,
      '--format',
      'html=page.html',
      '--format',
      'sarif=log.sarif',
    ]);
    expect(exitCode).toBe(0);
    const log = JSON.parse(readFileSync(join(scratch, 'log.sarif'), 'utf8')) as SarifLog;
    expect(log.runs.map(({ automationDetails }) => automationDetails.id)).toEqual([
      'threatdiff/before/',
      'threatdiff/after/',
    ]);
    const { uri, uriBaseId = '' } = log.runs[1]?.results[0]?.locations[0]?.physicalLocation?.artifactLocation ?? {};
    const base = log.runs[1]?.originalUriBaseIds[uriBaseId]?.uri;
    expect(readFileSync(new URL(uri ?? '', base), 'utf8')).toBe(OPEN);
    const page = readFileSync(join(scratch, 'page.html'), 'utf8');
    expect(page).toContain('<h1>Threatdiff: 2 folders</h1>');
    expect(page.match(/<h2 id="verdict\w*">\w+: /g)).toEqual([
      '<h2 id="verdict">before: ',
      '<h2 id="verdict_2">after: ',
    ]);
  });

  it('ends quietly when nobody reads on', () => {
    const quoted = [process.execPath, cli, 'scan', 'after', ...DAY].map((arg) => `'${arg}'`).join(' ');
    const piped = spawnSync('sh', ['-c', `${quoted} | true`], { cwd: scratch, encoding: 'utf8' });
    expect(piped).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('in a repository', () => {
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: join(scratch, 'repo'),
      stdio: 'ignore',
    });
  };

  beforeAll(() => {
    put('repo/queue.tf', ENCRYPTED);
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-q', '-m', 'base');
  });

  it('judges the work tree against the default branch where nothing is said', () => {
    expect(run(DAY, 'repo').exitCode).toBe(0);
    put('repo/queue.tf', OPEN);
    const { exitCode, stdout } = run(DAY, 'repo');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('queue.tf:3:29');
  });

  it('takes policy from the default branch, never from the head', () => {
    git('checkout', '-q', '-b', 'change');
    put('repo/.github/threatdiff.yml', 'version: 1\nmode: monitor\n');
    git('add', '.');
    git('commit', '-q', '-m', 'change');
    expect(run(['diff', '--base', 'main', '--head', 'change', ...DAY], 'repo').exitCode).toBe(1);
    git('checkout', '-q', 'main');
    put('repo/.github/threatdiff.yml', 'version: 1\nmode: monitor\n');
    git('add', '.');
    git('commit', '-q', '-m', 'policy');
    const monitored = run(['diff', '--head', 'change', ...DAY], 'repo');
    expect(monitored.exitCode).toBe(0);
    expect(monitored.stdout).toContain('neutral (monitor mode: would be failure)');
    expect(run(['config', ...DAY], 'repo').stdout).toContain('mode = monitor  (repository .github/threatdiff.yml:2)');
  });
});

describe('in a repository without a default branch', () => {
  it('asks for the policy instead of judging without one', () => {
    put('other/queue.tf', OPEN);
    execFileSync('git', ['init', '-q', '-b', 'trunk'], { cwd: join(scratch, 'other') });
    const { exitCode, stderr } = run(['diff', '--base', 'trunk', ...DAY], 'other');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('no origin/HEAD, main or master');
    expect(stderr).toContain('--policy DIR');
  });
});

describe('a folder that is not there', () => {
  it('is told from one that is in no repository', () => {
    expect(run(['diff', '--repo', 'nowhere', ...DAY]).stderr).toMatch(/There is no folder ".*nowhere"\./);
    expect(run(['diff', '--repo', '.', ...DAY]).stderr).toContain('is not in a git repository.');
  });
});

describe('config', () => {
  it('says what is wrong with a policy, and what may have been meant', () => {
    put('broken-policy/threatdiff.yml', 'version: 1\nfail_onn: high\n');
    const { exitCode, stdout } = run(['config', '--policy', 'broken-policy', ...DAY]);
    expect(exitCode).toBe(2);
    expect(stdout).toContain('threatdiff.yml:2:1 fail_onn is not a setting.\n  Did you mean fail_on?\n');
    expect(stdout).toContain('0 waivers hold on 2026-11-21');
    expect(stdout).toMatch(/^policy files: repository:threatdiff\.yml@[0-9a-f]{7}\n/);
  });
});

describe('scan', () => {
  it('lists findings as they are, and fails from the severity it is told', () => {
    const relaxed = run(['scan', 'after', ...DAY]);
    expect(relaxed.exitCode).toBe(0);
    expect(relaxed.stdout).toContain('queue.tf:3:29 medium orders keeps messages unencrypted at rest');
    expect(run(['scan', 'after', '--fail-on', 'medium', ...DAY]).exitCode).toBe(1);
  });

  it('gives each root a report of its own', () => {
    put('roots.txt', 'before\nafter\n');
    const { exitCode, stdout } = run([
      'scan',
      '--roots',
      'roots.txt',
      '--fail-on',
      'medium',
      '--format',
      'json',
      ...DAY,
    ]);
    expect(exitCode).toBe(1);
    const { roots } = JSON.parse(stdout) as { roots: { root: string; report: Report }[] };
    const found = ({ changes }: Report) =>
      changes.map(({ after }) => after?.ruleId).includes('aws-sqs-queue-not-encrypted');
    expect(roots.map(({ root: name, report }) => [name, found(report)])).toEqual([
      ['before', false],
      ['after', true],
    ]);
    expect(run(['scan', 'before', 'after', ...DAY]).stdout).toMatch(/^== before\n.*\n== after\n/s);
  });

  it('asks for folders where a file names none', () => {
    put('no-roots.txt', '\n \n');
    const { exitCode, stderr } = run(['scan', '--roots', 'no-roots.txt', ...DAY]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('"no-roots.txt" names no folder.');
  });

  it('tells no findings from nothing understood', () => {
    put('prose/notes.txt', 'hello');
    expect(run(['scan', 'prose', ...DAY]).stdout).toContain('0 of 1 files understood: nothing was checked');
  });
});

describe('plans', () => {
  const plan = readFileSync(join(root, 'test/plan/plan.json'), 'utf8');

  it('add what the source leaves open, in a directory of the tree', () => {
    put('planned/infra/main.tf', readFileSync(join(root, 'test/plan/tree/main.tf'), 'utf8'));
    put('out/plan.json', plan);
    const alone = run(['scan', 'planned', ...DAY]);
    const { stdout, stderr, exitCode } = run(['scan', 'planned', '--plan', 'out/plan.json=./infra/', ...DAY]);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 });
    expect(alone.stdout).not.toContain('lets the internet reach port 22');
    expect(stdout).toContain('lets the internet reach port 22');
    const before = mkdirSync(join(scratch, 'nothing'), { recursive: true });
    expect(before).toBeDefined();
    const change = run(['diff', '--before', 'nothing', '--after', 'planned', '--plan', 'out/plan.json=infra', ...DAY]);
    expect(change.stdout).toContain('lets the internet reach port 22');
  });

  it.each([
    [['--plan', 'gone.json'], 'The plan "gone.json" cannot be read.'],
    [['--plan', 'out/utf16.json'], 'The plan "out/utf16.json" is not UTF-8 text.'],
    [['--plan', 'out/plan.json', '--plan', 'out/plan.json'], 'Two plans of "." have one name.'],
    [['after', '--plan', 'out/plan.json'], '--plan is for one folder.'],
  ])('are refused where they cannot be used: %j', (args, message) => {
    put('out/plan.json', plan);
    writeFileSync(join(scratch, 'out/utf16.json'), Buffer.from(`\ufeff${plan}`, 'utf16le'));
    const { stderr, exitCode } = run(['scan', 'before', ...args, ...DAY]);
    expect({ exitCode, told: stderr.includes(message) }).toEqual({ exitCode: 2, told: true });
  });
});

describe('rules', () => {
  it('lists them and explains one', () => {
    expect(run(['rules']).stdout).toMatch(/^aws-sqs-queue-not-encrypted +medium +Queue stores messages unencrypted$/m);
    expect(run(['rules', 'aws-sqs-queue-not-encrypted']).stdout).toContain('fails when:\n');
    const listed = JSON.parse(run(['rules', '--format', 'json']).stdout) as { rules: { id: string }[] };
    expect(listed.rules.map(({ id }) => id)).toContain('aws-sqs-queue-not-encrypted');
  });
});
