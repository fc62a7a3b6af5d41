/**
 * The texts of files of the head as patches edit them: UTF-8 with its byte-order mark, plain files only. What was read
 * for the analysis comes from memory; nothing else is asked for, so that a replay reads the same.
 */
import type { Snapshot } from '../source/snapshot.ts';

/** Text by path. Links, binary files, and files with a lone carriage return are left out: their lines are not certain. */
export async function readHeadTexts(
  snapshot: Snapshot,
  paths: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const entries = (await snapshot.entries()).filter(({ path, mode }) => {
    return paths.has(path) && (mode === 'file' || mode === 'executable');
  });
  const contents = entries.length === 0 ? new Map<string, Uint8Array>() : await snapshot.read(entries);
  const texts = new Map<string, string>();
  for (const { path, blob } of entries) {
    const text = decode(contents.get(blob));
    if (text !== undefined) texts.set(path, text);
  }
  return texts;
}

function decode(bytes: Uint8Array | undefined): string | undefined {
  if (bytes === undefined) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return /\r(?!\n)/.test(text) || text.startsWith('\ufeff') ? undefined : text;
  } catch {
    return undefined;
  }
}
