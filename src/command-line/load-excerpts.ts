/** The source lines a report shows, read from the trees while they are open. Reads only files the report points at. */
import type { Anchor } from '../model/location.ts';
import type { Report } from '../model/report.ts';
import type { TreeEntry } from '../model/tree.ts';
import type { ChangeSource, Snapshot } from '../source/snapshot.ts';

const MAX_FILES = 100;

/** Looks up the line an anchor starts on; undefined for what was not read. Missing files are no error: no excerpt. */
export async function loadExcerpts(
  report: Report,
  change: Pick<ChangeSource, 'before' | 'after'>,
): Promise<(anchor: Anchor) => string | undefined> {
  const anchors = report.changes.flatMap(({ blocks, after, before }) => (blocks ? [(after ?? before)?.anchor] : []));
  const wanted = anchors.filter((anchor) => anchor !== undefined);
  const paths = (side: Anchor['side']): ReadonlySet<string> =>
    new Set(
      wanted
        .filter((anchor) => anchor.side === side)
        .map((anchor) => anchor.path)
        .slice(0, MAX_FILES),
    );
  const [after, before] = await Promise.all([
    readTexts([change.after], paths('after')),
    readTexts(change.before, paths('before')),
  ]);
  return ({ side, path, range }) => {
    const text = (side === 'after' ? after : before).get(path);
    return text === undefined ? undefined : lineAt(text, range.startLine);
  };
}

/** Text by path; of several snapshots the first that has the file. */
async function readTexts(
  snapshots: readonly Snapshot[],
  paths: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const snapshot of paths.size === 0 ? [] : snapshots) {
    const entries = (await snapshot.entries()).filter((entry) => paths.has(entry.path) && !texts.has(entry.path));
    const contents = await snapshot.read(entries.filter(isFile));
    for (const { path, blob } of entries) {
      const bytes = contents.get(blob);
      if (bytes !== undefined) texts.set(path, new TextDecoder().decode(bytes));
    }
  }
  return texts;
}

function isFile({ mode }: TreeEntry): boolean {
  return mode === 'file' || mode === 'executable';
}

function lineAt(text: string, line: number): string | undefined {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const end = text.indexOf('\n', start);
    if (end === -1) return undefined;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? undefined : end).replace(/\r$/, '');
}
