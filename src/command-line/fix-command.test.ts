/** `threatdiff fix` as people use it: a diff that git takes, files written in place, and what is refused. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDictionaryFolder } from '../dictionary/read-dictionary-folder.ts';
import { buildRulePack } from '../rule-engine/build-rule-pack.ts';
import { readRulesFolder } from '../rule-engine/read-rules-folder.ts';
import { fixCommand } from './fix-command.ts';
import { runCommandLine } from './run-command-line.ts';

const scratch = mkdtempSync(join(tmpdir(), 'threatdiff-fix-'));
const rules = join(import.meta.dirname, '../../rules');

const DATABASE =
  'resource "aws_db_instance" "orders" {\r\n\tengine              = "mysql"\r\n\tpublicly_accessible = true # why not\r\n}\r\n';
const FIXED = DATABASE.replace('true #', 'false #').replace(
  '# why not\r\n',
  '# why not\r\n\tstorage_encrypted   = true\r\n',
);
const OPEN =
  'resource "aws_security_group" "ssh" {\n  ingress {\n    protocol    = "tcp"\n    from_port   = 22\n    to_port     = 22\n    cidr_blocks = ["0.0.0.0/0"]\n  }\n}\n';

beforeAll(() => {
  const pack = buildRulePack(readRulesFolder(join(rules, 'checks')), readDictionaryFolder(join(rules, 'dictionary')));
  put('pack.json', JSON.stringify(pack));
});
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

function put(path: string, text: string): string {
  mkdirSync(dirname(join(scratch, path)), { recursive: true });
  writeFileSync(join(scratch, path), text);
  return join(scratch, path);
}

function read(path: string): string {
  return readFileSync(join(scratch, path), 'utf8');
}

async function run(directory: string, isTerminal: boolean, ...args: readonly string[]) {
  const said = { out: '', err: '' };
  const stream = (name: 'out' | 'err') => ({
    isTerminal: isTerminal && name === 'out',
    write: (text: string) => {
      said[name] += text;
      return Promise.resolve();
    },
  });
  const exitCode = await runCommandLine(['fix', ...args], [fixCommand], {
    environment: { PATH: process.env['PATH'] ?? '', HOME: scratch },
    directory: join(scratch, directory),
    stdout: stream('out'),
    stderr: stream('err'),
    now: () => Date.UTC(2026, 10, 21),
    rulePackFile: join(scratch, 'pack.json'),
    version: '0.0.0',
  });
  return { exitCode, ...said };
}

describe('a folder', () => {
  it('gives a diff that git applies where it was made, in a repository or not, and writes nothing', async () => {
    put('diff/infra/db.tf', DATABASE);
    const { exitCode, out, err } = await run('diff', false, 'infra');
    expect(read('diff/infra/db.tf')).toBe(DATABASE);
    expect(err).toContain('Fixes 2 findings in 1 file; nothing was written.');
    expect(exitCode).toBe(0);
    put('diff/fixes.patch', out);
    put('copy/infra/db.tf', DATABASE);
    execFileSync('git', ['init', '-q'], { cwd: join(scratch, 'diff') });
    execFileSync('git', ['apply', 'fixes.patch'], { cwd: join(scratch, 'diff') });
    expect(read('diff/infra/db.tf')).toBe(FIXED);
    execFileSync('git', ['apply', '../diff/fixes.patch'], { cwd: join(scratch, 'copy') });
    expect(read('copy/infra/db.tf')).toBe(FIXED);
    expect((await run('diff', false, 'infra')).out).toBe('');
  });

  it('is written in place, its mode kept', async () => {
    chmodSync(put('write/db.tf', DATABASE), 0o755);
    const { err } = await run('.', false, 'write', '--write');
    expect(err).toContain('Fixed 2 findings in 1 file.');
    expect(read('write/db.tf')).toBe(FIXED);
    expect(statSync(join(scratch, 'write/db.tf')).mode & 0o777).toBe(0o755);
  });

  it('says what has no mechanical fix, and fails while it blocks', async () => {
    put('left/main.tf', OPEN + DATABASE.replaceAll('\r\n', '\n'));
    const { exitCode, err } = await run('.', false, 'left', '--write');
    expect(exitCode).toBe(1);
    expect(err).toMatch(
      /1 finding without a mechanical fix.*\n {2}TD-\w{8} {2}critical {2}aws-security-group-open-admin-port/,
    );
    expect(err).toContain('With this in: failure. 1 blocking');
  });

  it('fixes only the rule or the finding that is named', async () => {
    put('one/db.tf', DATABASE);
    const byRule = await run('.', false, 'one', '--rule', 'aws-rds-storage-not-encrypted');
    expect(byRule.out).toContain('+\tstorage_encrypted   = true');
    expect(byRule.out).not.toContain('publicly_accessible = false');
    const [id = ''] = /TD-\w{8}/.exec(byRule.err) ?? [];
    expect((await run('.', false, 'one', '--finding', id)).out).toBe(byRule.out);
    const unknown = await run('.', false, 'one', '--finding', 'TD-00000000');
    expect(unknown).toMatchObject({ exitCode: 2, out: '' });
    expect(unknown.err).toContain('threatdiff scan lists them.');
    const none = await run('.', false, 'one', '--rule', 'aws-sqs-queue-not-encrypted');
    expect(none.err).toMatch(/^There is nothing to fix here\./);
    const typo = await run('.', false, 'one', '--rule', 'aws-rds-storage-not-encryptd');
    expect(typo.err).toContain('Did you mean aws-rds-storage-not-encrypted?');
  });

  it('shows a terminal nothing that moves it', async () => {
    put('terminal/db.tf', DATABASE.replace('why not', 'why \u001b[2J not'));
    const { out } = await run('.', true, 'terminal');
    expect(out).toContain('\\u{1b}[2J');
    expect(out).not.toContain('\u001b');
  });
});

describe('writing', () => {
  it('leaves links alone', async () => {
    put('links/real/db.tf', DATABASE);
    mkdirSync(join(scratch, 'links/tree'));
    symlinkSync('../real/db.tf', join(scratch, 'links/tree/db.tf'));
    const { out } = await run('links', false, 'tree', '--write');
    expect(out).toBe('');
    expect(read('links/real/db.tf')).toBe(DATABASE);
  });

  it.each([
    [['--before', 'a', '--after', 'b'], 'A path and --before do not go together.'],
    [['--inputs', 'x'], 'A path and --inputs do not go together.'],
  ])('takes a folder or a change: %j', async (args, message) => {
    expect((await run('.', false, 'tree', ...args)).err).toContain(message);
  });
});

describe('a change', () => {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: join(scratch, 'repo') });

  it('is fixed where it is new: what was there before is not touched', async () => {
    put('repo/old.tf', DATABASE.replace('"orders"', '"old"'));
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-q', '-m', 'one');
    put('repo/deep/new.tf', DATABASE);
    const { err } = await run('repo/deep', false, '--write');
    expect(err).toContain('Fixed 2 findings in 1 file.');
    expect(read('repo/deep/new.tf')).toBe(FIXED);
    expect(read('repo/old.tf')).toContain('publicly_accessible = true');
  });

  it('of a commit is a diff only', async () => {
    put('repo/deep/new.tf', DATABASE);
    git('checkout', '-q', '-b', 'next');
    git('add', '.');
    git('commit', '-q', '-m', 'two');
    const refused = await run('repo', false, '--head', 'next', '--base', 'main', '--write');
    expect(refused).toMatchObject({ exitCode: 2, out: '' });
    const { out } = await run('repo', false, '--head', 'next', '--base', 'main');
    expect(out).toContain('+++ b/deep/new.tf');
  });
});
