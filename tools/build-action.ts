/**
 * Builds the Action into `dist-action/`: exactly what a release commit holds. One file of code, its rules, `action.yml`
 * and licences; nothing to install or to download. The same tree gives the same bytes. Does not publish.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, type Metafile, type Plugin } from 'esbuild';
import { collectLicences } from './collect-licences.ts';

const root = join(import.meta.dirname, '..');
/** `--out DIR` builds elsewhere; tests do, so that they never meet a half-written folder. */
const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'dist-action') } } });
const dist = resolve(values.out);
/** Becomes `dist` once it is whole. */
const stage = `${dist}.new`;
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };

/**
 * `@actions/core` loads an HTTP client and a way to start processes that we never use and that it does not mark as free
 * of side effects. Without this they would be in the bundle.
 */
const withoutUnused: Plugin = {
  name: 'without-unused',
  setup(bundler) {
    bundler.onResolve({ filter: /^@actions\/|^\.\.?\// }, async ({ path, pluginData, resolveDir, kind, importer }) => {
      const isOurs = path.startsWith('@actions/') || importer.includes('/node_modules/@actions/');
      if (pluginData === withoutUnused || !isOurs) return undefined;
      const found = await bundler.resolve(path, { resolveDir, kind, importer, pluginData: withoutUnused });
      return { ...found, sideEffects: false };
    });
  },
};

async function bundle(): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: [join(root, 'src/action.ts')],
    outfile: join(stage, 'main.mjs'),
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // jsonc-parser's `main` is UMD, whose requires a bundler cannot see.
    mainFields: ['module', 'main'],
    define: { THREATDIFF_VERSION: JSON.stringify(version) },
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    plugins: [withoutUnused],
    banner: {
      js: [
        "import { createRequire as createRequireOfBundle } from 'node:module';",
        'const require = createRequireOfBundle(import.meta.url);',
      ].join('\n'),
    },
  });
  return metafile;
}

async function fillStage(): Promise<void> {
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  const metafile = await bundle();
  writeFileSync(join(stage, 'third-party-licences.txt'), collectLicences(metafile, root));
  const rules = spawnSync(process.execPath, [join(root, 'tools/build-rule-pack.ts'), stage], { stdio: 'inherit' });
  if (rules.status !== 0) throw new Error('the rule pack could not be built');
  copyFileSync(join(root, 'action/action.yml'), join(stage, 'action.yml'));
  for (const name of ['README.md', 'LICENSE']) copyFileSync(join(root, name), join(stage, name));
}

try {
  await fillStage();
  rmSync(dist, { recursive: true, force: true });
  renameSync(stage, dist);
  const size = Math.round(statSync(join(dist, 'main.mjs')).size / 1024);
  console.log(`${relative(root, join(dist, 'main.mjs'))} ${size} kB`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  rmSync(stage, { recursive: true, force: true });
}
