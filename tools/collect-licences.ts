/**
 * The licences of everything a bundle carries, from the packages themselves. Fails where a package has none: what may not
 * be passed on must not be in the bundle.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** One text, the packages by name. Throws an Error that names a package without a licence or with one of the GPL's. */
export function collectLicences({ outputs }: Metafile, root: string): string {
  const inputs = Object.values(outputs).flatMap(({ inputs: files }) =>
    Object.entries(files).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  const folders = new Set(inputs.flatMap((path) => folderOf(path) ?? []));
  const texts = [...folders].sort().map((folder) => describe(join(root, folder)));
  return `Threatdiff's bundle carries the packages below, each under its own licence.\n\n${texts.join('\n')}`;
}

/** Of the innermost package: `node_modules/a/node_modules/@b/c`. */
function folderOf(path: string): string | undefined {
  return /^(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
}

function describe(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const { name, version, license = '' } = manifest;
  if (license === '' || /GPL/.test(license)) throw new Error(`${name} has the licence ${license || 'of nobody'}`);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? `Licence: ${license}` : readFileSync(join(folder, file), 'utf8').trim();
  return `${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${text.replaceAll('\r\n', '\n')}\n`;
}
