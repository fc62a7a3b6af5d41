/** Files of the public corpora and the recorded pull requests that match a glob, for the oracles. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unpackShared } from '../unpack-shared.ts';

export interface CorpusText {
  /** Path below the archive, `/` as separator. */
  readonly path: string;
  /** Without BOM. */
  readonly text: string;
}

/** All matching files, sorted by path; undefined where the data is absent (a line was printed). */
export function loadCorpusTexts(pattern: string): readonly CorpusText[] | undefined {
  const folders = [unpackShared('corpora/public.tar.gz'), unpackShared('data/pull-requests.tar.gz')];
  const texts: CorpusText[] = [];
  for (const folder of folders) {
    if (folder === undefined) return undefined;
    for (const path of globSync(pattern, { cwd: folder }).sort()) {
      const file = join(folder, path);
      if (statSync(file).isFile()) texts.push({ path, text: readFileSync(file, 'utf8').replace(/^\uFEFF/, '') });
    }
  }
  return texts;
}
