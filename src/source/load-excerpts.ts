/** The source lines a report shows, read from the trees while they are open. Reads only files the report points at. */
import type { Anchor, Side } from '../model/location.ts';
import type { Report } from '../model/report.ts';
import type { TreeEntry } from '../model/tree.ts';
import type { ChangeSource, Snapshot } from './snapshot.ts';

/** The line an anchor starts on, or the one `offset` lines below it; undefined for what was not read. */
export type Excerpts = (anchor: Anchor, offset?: number) => string | undefined;

const MAX_FILES = 100;
/** Lines kept around the start of an anchor, and of each edit of a fix at most. */
const AROUND = 8;
const MAX_EDIT = 200;

/** Lines by number, by path. */
type Lines = Map<string, Map<number, string>>;

/** Reads what blocks: the lines around it, and those its fix replaces. Missing files are no error: no excerpt. */
export async function loadExcerpts(report: Report, change: Pick<ChangeSource, 'before' | 'after'>): Promise<Excerpts> {
  const wanted = { after: new Map<string, Set<number>>(), before: new Map<string, Set<number>>() };
  for (const { blocks, after, before, patch } of report.changes) {
    const anchor = (after ?? before)?.anchor;
    if (!blocks || anchor === undefined) continue;
    const { startLine } = anchor.range;
    want(wanted[anchor.side], anchor.path, [startLine - AROUND, startLine + AROUND]);
    for (const edit of patch?.edits ?? []) {
      want(wanted.after, patch?.path ?? '', [edit.startLine, Math.min(edit.endLine, edit.startLine + MAX_EDIT)]);
    }
  }
  const [after, before] = await Promise.all([
    readLines([change.after], wanted.after),
    readLines(change.before, wanted.before),
  ]);
  const sides: Readonly<Record<Side, Lines>> = { after, before };
  return ({ side, path, range }, offset = 0) => sides[side].get(path)?.get(range.startLine + offset);
}

function want(files: Map<string, Set<number>>, path: string, [first, last]: readonly [number, number]): void {
  const known = files.get(path) ?? new Set<number>();
  if (known.size === 0 && files.size >= MAX_FILES) return;
  files.set(path, known);
  for (let line = Math.max(1, first); line <= last; line += 1) known.add(line);
}

/** Of several snapshots the first that has the file. */
async function readLines(
  snapshots: readonly Snapshot[],
  wanted: ReadonlyMap<string, ReadonlySet<number>>,
): Promise<Lines> {
  const read: Lines = new Map();
  for (const snapshot of wanted.size === 0 ? [] : snapshots) {
    const entries = (await snapshot.entries()).filter(({ path }) => wanted.has(path) && !read.has(path));
    const contents = await snapshot.read(entries.filter(isFile));
    for (const { path, blob } of entries) {
      const bytes = contents.get(blob);
      if (bytes !== undefined) read.set(path, pickLines(new TextDecoder().decode(bytes), wanted.get(path)));
    }
  }
  return read;
}

function isFile({ mode }: TreeEntry): boolean {
  return mode === 'file' || mode === 'executable';
}

function pickLines(text: string, wanted: ReadonlySet<number> | undefined): Map<number, string> {
  const picked = new Map<number, string>();
  let start = 0;
  for (let line = 1; start !== -1 && picked.size < (wanted?.size ?? 0); line += 1) {
    const end = text.indexOf('\n', start);
    if (wanted?.has(line)) picked.set(line, text.slice(start, end === -1 ? undefined : end).replace(/\r$/, ''));
    start = end === -1 ? -1 : end + 1;
  }
  return picked;
}
