/** The real Terraform files that the HCL oracles read: the public corpora and the recorded pull requests. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpackShared } from '../unpack-shared.ts';

export interface HclText {
  /** Path below the archive, `/` as separator. */
  readonly path: string;
  /** Without BOM. */
  readonly text: string;
}

/** All `.tf` files, sorted by path; undefined where the data is absent (a line was printed). */
export function loadHclTexts(): readonly HclText[] | undefined {
  const folders = [unpackShared('corpora/public.tar.gz'), unpackShared('data/pull-requests.tar.gz')];
  const texts: HclText[] = [];
  for (const folder of folders) {
    if (folder === undefined) return undefined;
    for (const path of globSync('**/*.tf', { cwd: folder }).sort()) {
      texts.push({ path, text: readFileSync(join(folder, path), 'utf8').replace(/^\uFEFF/, '') });
    }
  }
  return texts;
}
