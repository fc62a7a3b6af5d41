/**
 * Bundles the command line into `dist/`, with the rule pack beside it and a manifest of its own, so that what is
 * published installs nothing: no dependency, no Node, no script. Does not publish.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
/** `--out DIR` builds elsewhere; tests do, so that they never meet a half-written `dist`. */
const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'dist') } } });
const dist = resolve(values.out);

/** What the published package says of itself: the root manifest without anything that development needs. */
function publishedManifest(): string {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
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
    outfile: join(dist, 'cli.js'),
    bundle: true,
    platform: 'node',
    target: 'node22.12',
    format: 'esm',
    // jsonc-parser's `main` is UMD, whose requires a bundler cannot see.
    mainFields: ['module', 'main'],
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
  chmodSync(join(dist, 'cli.js'), 0o755);
}

/** The rule pack has its own builder, which also serves the tests. */
function buildRulePack(): void {
  const run = spawnSync(process.execPath, [join(root, 'tools/build-rule-pack.ts'), dist], { stdio: 'inherit' });
  if (run.status !== 0) throw new Error('the rule pack could not be built');
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
await bundle();
buildRulePack();
writeFileSync(join(dist, 'package.json'), publishedManifest());
for (const name of ['README.md', 'LICENSE']) {
  if (existsSync(join(root, name))) copyFileSync(join(root, name), join(dist, name));
}
console.log(
  `${relative(root, join(dist, 'cli.js'))} ${Math.round(readFileSync(join(dist, 'cli.js')).length / 1024)} kB`,
);
