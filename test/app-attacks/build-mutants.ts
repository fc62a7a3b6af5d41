/**
 * The App's server in one bundle in which each defence an attack names can be switched off while it runs: the file that
 * holds it is there twice, as it is and with the defence replaced, and every call goes to the one that is chosen. Only
 * files that export functions can be replaced.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { startServer } from '../../src/server/start-server.ts';

export interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly replace: string;
  readonly with: string;
}

export interface MutableServer {
  readonly startServer: typeof startServer;
  /** Takes the defence of this attack out; undefined puts everything back. */
  readonly switchTo: (attack: string | undefined) => void;
}

const root = join(import.meta.dirname, '../..');
const SWITCH = Symbol.for('threatdiff.mutant');

export async function buildMutants(mutants: readonly Mutant[], outfile: string): Promise<MutableServer> {
  await build({
    entryPoints: [join(root, 'src/server/start-server.ts')],
    outfile,
    ...{ bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' },
    plugins: [switchable(mutants)],
  });
  const module = (await import(pathToFileURL(outfile).href)) as Pick<MutableServer, 'startServer'>;
  return { ...module, switchTo: (attack) => void Reflect.set(globalThis, SWITCH, attack) };
}

function switchable(mutants: readonly Mutant[]): Plugin {
  const files = new Map<string, Mutant[]>();
  for (const mutant of mutants) {
    const path = join(root, mutant.file);
    files.set(path, [...(files.get(path) ?? []), mutant]);
  }
  return {
    name: 'mutants',
    setup: (bundler) => {
      bundler.onResolve({ filter: /\?(?:original|mutant=)/ }, ({ path, resolveDir }) => {
        const [file = '', suffix = ''] = path.split('?');
        return { path: join(resolveDir, file), suffix: `?${suffix}` };
      });
      bundler.onLoad({ filter: /\.ts$/ }, ({ path, suffix }) => {
        const own = files.get(path);
        if (own === undefined || suffix === '?original') return undefined;
        const source = readFileSync(path, 'utf8');
        const chosen = own.find(({ name }) => suffix === `?mutant=${name}`);
        const contents = chosen === undefined ? facadeOf(path, source, own) : replaceOnce(source, chosen);
        return { contents, loader: 'ts' };
      });
    },
  };
}

function replaceOnce(source: string, { file, replace, with: replacement }: Mutant): string {
  if (source.split(replace).length !== 2) throw new Error(`${file} does not hold the defence once`);
  return source.replace(replace, () => replacement);
}

/** A module whose functions call those of the version that is chosen at the time of the call. */
function facadeOf(path: string, source: string, mutants: readonly Mutant[]): string {
  const names = [...source.matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name]) => name ?? '');
  const file = `./${basename(path)}`;
  const imports = mutants.map(({ name }, index) => `import * as m${index} from '${file}?mutant=${name}';`);
  const cases = mutants.map(({ name }, index) => `${JSON.stringify(name)}: m${index}`);
  const chosen = `({ ${cases.join(', ')} })[globalThis[Symbol.for('threatdiff.mutant')]] ?? original`;
  return [
    `import * as original from '${file}?original';`,
    ...imports,
    `const chosen = (): any => ${chosen};`,
    ...names.map((name) => `export const ${name} = (...values: any[]) => chosen().${name}(...values);`),
  ].join('\n');
}
