/**
 * The App as the build makes it, for tests that start it as a process: one file starts in a third of the time of its
 * sources. Below the cache folder, because its dependencies stay outside and are found from there.
 */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../..');

/** The folder with `app.js`, for the caller to remove. */
export async function bundleApp(): Promise<string> {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const outdir = mkdtempSync(join(root, '.cache/app-'));
  await build({
    entryPoints: [join(root, 'src/app.ts'), join(root, 'src/server/worker/analysis-worker.ts')],
    outdir,
    ...{ entryNames: '[name]', bundle: true, packages: 'external', platform: 'node', format: 'esm' },
    define: { THREATDIFF_VERSION: '"test"' },
    logLevel: 'warning',
  });
  return outdir;
}
