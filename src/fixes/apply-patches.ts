/** Applies patches that do not overlap to the texts they edit. Writes nothing. */
import type { LineEdit, Patch } from '../model/patch.ts';
import { applyEdits } from './apply-edits.ts';

/** New text by path, of the files that are patched; undefined where a patch does not fit its text. */
export function applyPatches(
  patches: readonly Patch[],
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> | undefined {
  const byPath = new Map<string, LineEdit[]>();
  for (const { path, edits } of patches) byPath.set(path, [...(byPath.get(path) ?? []), ...edits]);
  const patched = new Map<string, string>();
  for (const [path, edits] of byPath) {
    const text = texts.get(path);
    const sorted = edits.toSorted((a, b) => a.startLine - b.startLine);
    const result = text === undefined ? undefined : applyEdits(text, sorted);
    if (result === undefined) return undefined;
    patched.set(path, result);
  }
  return patched;
}
