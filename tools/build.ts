/**
 * Bundles the command line into `dist/`, with the rule pack beside it and a manifest of its own, so that what is
 * published installs nothing: no dependency, no Node, no script. Does not publish.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
/** `--out DIR` builds elsewhere; tests do, so that they never meet a half-written `dist`. */
const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'dist') } } });
const dist = resolve(values.out);
/** Becomes `dist` once it is whole: a build that fails leaves the last one as it was. */
const stage = `${dist}.new`;

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;

/** What the published package says of itself: the root manifest without anything that development needs. */
function publishedManifest(): string {
  const { name, version, description, license, engines } = manifest;
  return `${JSON.stringify(
    { name, version, description, license, type: 'module', engines, bin: { threatdiff: 'cli.js' } },
    null,
    2,
  )}\n`;
}

async function bundle(): Promise<void> {
  await build({
    entryPoints: [join(root, 'src/cli.ts')],
    outfile: join(stage, 'cli.js'),
    bundle: true,
    platform: 'node',
    target: 'node22.12',
    format: 'esm',
    // jsonc-parser's `main` is UMD, whose requires a bundler cannot see.
    mainFields: ['module', 'main'],
    define: { THREATDIFF_VERSION: JSON.stringify(manifest['version']) },
    legalComments: 'linked',
    logLevel: 'warning',
    banner: {
      js: [
        '#!/usr/bin/env node',
        "import { createRequire as createRequireOfBundle } from 'node:module';",
        'const require = createRequireOfBundle(import.meta.url);',
      ].join('\n'),
    },
  });
  chmodSync(join(stage, 'cli.js'), 0o755);
}

/** The rule pack has its own builder, which also serves the tests. */
function buildRulePack(): void {
  const run = spawnSync(process.execPath, [join(root, 'tools/build-rule-pack.ts'), stage], { stdio: 'inherit' });
  if (run.status !== 0) throw new Error('the rule pack could not be built');
}

async function fillStage(): Promise<void> {
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  await bundle();
  buildRulePack();
  writeFileSync(join(stage, 'package.json'), publishedManifest());
  for (const name of ['README.md', 'LICENSE']) {
    if (existsSync(join(root, name))) copyFileSync(join(root, name), join(stage, name));
  }
}

try {
  await fillStage();
  rmSync(dist, { recursive: true, force: true });
  renameSync(stage, dist);
  const size = Math.round(statSync(join(dist, 'cli.js')).size / 1024);
  console.log(`${relative(root, join(dist, 'cli.js'))} ${size} kB`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  rmSync(stage, { recursive: true, force: true });
}
