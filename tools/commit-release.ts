/**
 * Makes a release commit of the built Action and its tags: `node tools/commit-release.ts 1.2.3`. The commit holds
 * `dist-action/` and nothing else, has no history, is on no branch and names the commit it was built from: whoever uses a
 * tag gets what was built, and the branches stay free of it. Pushes nothing.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** The repository to commit in; tests name one of their own. */
    repository: { type: 'string', default: root },
    folder: { type: 'string', default: join(root, 'dist-action') },
  },
});
const folder = resolve(values.folder);
const scratch = mkdtempSync(join(tmpdir(), 'threatdiff-release-'));

function git(args: readonly string[], environment: Readonly<Record<string, string>> = {}): string {
  const options = { cwd: values.repository, encoding: 'utf8', env: { ...process.env, ...environment } } as const;
  const run = spawnSync('git', args, options);
  if (run.status !== 0) throw new Error(`git ${args[0] ?? ''}: ${run.stderr.trim()}`);
  return run.stdout.trim();
}

function readVersion(): string {
  const [version = ''] = positionals;
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error('name the version: node tools/commit-release.ts 1.2.3');
  const bundle = readFileSync(join(folder, 'main.mjs'), 'utf8');
  if (!bundle.includes(`"${version}"`)) throw new Error(`the Action in ${values.folder} is not version ${version}`);
  return version;
}

/** A tree of exactly the files of the folder; an index of its own, so that nothing else of the repository is touched. */
function writeTree(): string {
  const index = { GIT_INDEX_FILE: join(scratch, 'index') };
  git(['--work-tree', folder, 'add', '--all', '--force', folder], index);
  return git(['write-tree'], index);
}

function release(): void {
  const version = readVersion();
  const [tag, major] = [`v${version}`, `v${version.split('.')[0] ?? ''}`];
  if (git(['tag', '--list', tag]) !== '') throw new Error(`${tag} is there already: a release is never changed`);
  const built = git(['rev-parse', 'HEAD']);
  const message = `Release ${tag}\n\nBuilt from ${built} with \`npm run build:action\`.`;
  const commit = git(['commit-tree', writeTree(), '-m', message]);
  git(['tag', tag, commit]);
  // The one tag that moves: what follows v1 gets every v1.x.y.
  git(['tag', '--force', major, commit]);
  console.log(`${commit} ${tag} ${major}`);
}

try {
  release();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true });
}
