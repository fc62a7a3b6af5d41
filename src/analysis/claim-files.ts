/**
 * Decides which parser takes which file. A file that was infrastructure on the other side stays claimed here, so that
 * breaking it beyond recognition cannot hide it.
 */
import type { TreeEntry, TreeReader } from '../model/tree.ts';
import type { Format } from '../model/unit.ts';
import type { ParserManifest } from '../parsers/parser-manifest.ts';

export interface ClaimOptions {
  readonly parsers: readonly ParserManifest[];
  /** Path to format, as the other side understood it (head paths already mapped back). */
  readonly knownElsewhere: ReadonlyMap<string, string>;
  /** Policy's `ignore`: true for paths that are never judged. */
  readonly isIgnored: (path: string) => boolean;
}

/** Whether some parser may want the file at all; contents are loaded only then. */
export function mayBeClaimed(path: string, { parsers, knownElsewhere, isIgnored }: ClaimOptions): boolean {
  if (isIgnored(path)) return false;
  return knownElsewhere.has(path) || parsers.some((parser) => parser.claims(path) !== 'no');
}

/** Path to format. The first parser that is sure wins, then the first that recognises the text. */
export function claimFiles(
  entries: readonly TreeEntry[],
  reader: TreeReader,
  options: ClaimOptions,
): ReadonlyMap<string, Format> {
  const claimed = new Map<string, Format>();
  for (const entry of entries) {
    if (entry.mode === 'gitlink' || entry.pathNotUtf8 || !mayBeClaimed(entry.path, options)) continue;
    const format = formatOf(entry.path, reader, options);
    if (format !== undefined) claimed.set(entry.path, format);
  }
  return claimed;
}

function formatOf(path: string, reader: TreeReader, { parsers, knownElsewhere }: ClaimOptions): Format | undefined {
  const sure = parsers.find((parser) => parser.claims(path) === 'yes');
  if (sure !== undefined) return sure.format;
  const elsewhere = parsers.find((parser) => parser.format === knownElsewhere.get(path));
  if (elsewhere !== undefined) return elsewhere.format;
  const candidates = parsers.filter((parser) => parser.claims(path) === 'maybe');
  const result = candidates.length > 0 ? reader.read(path) : undefined;
  if (result?.status !== 'text') return undefined;
  return candidates.find((parser) => parser.recognizes(path, result.text))?.format;
}
