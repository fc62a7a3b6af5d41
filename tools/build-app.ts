/**
 * Builds the App's server into `dist-app/`: server, worker thread and rules, one file each. Dependencies stay outside
 * (the embedded database brings files of its own): the image installs them from the lockfile. Does not publish.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
/** `--out DIR` builds elsewhere below the root, where the dependencies are found; tests do. */
const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'dist-app') } } });
const out = resolve(values.out);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await build({
  entryPoints: [join(root, 'src/app.ts'), join(root, 'src/server/worker/analysis-worker.ts')],
  outdir: out,
  entryNames: '[name]',
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node22.12',
  format: 'esm',
  define: { THREATDIFF_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
});
const rules = spawnSync(process.execPath, [join(root, 'tools/build-rule-pack.ts'), out], { stdio: 'inherit' });
process.exitCode = rules.status ?? 1;
