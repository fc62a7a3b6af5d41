/**
 * The files of a pull request by the paths of either side, each with its hunks. A renamed file is one file: GitHub takes
 * comments on both its sides at the new path.
 */
import type { Anchor } from '../../model/location.ts';
import { type Hunk, parsePatch } from './parse-patch.ts';
import type { PatchedFile } from './review-comment.ts';

export interface ReviewedFile {
  /** The path comments are posted at. */
  readonly path: string;
  /** None where GitHub returned no patch. */
  readonly hunks: readonly Hunk[];
}

/** Parses each patch at most once, and only of files somebody asks for. */
export class ReviewedFiles {
  readonly #after = new Map<string, PatchedFile>();
  readonly #before = new Map<string, PatchedFile>();
  readonly #parsed = new Map<PatchedFile, ReviewedFile>();

  constructor(files: readonly PatchedFile[]) {
    for (const file of files) {
      if (file.status !== 'removed') this.#after.set(file.path, file);
      // The source of a copy is still where it was, and the copy is no change of it.
      if (file.status === 'added' || file.status === 'copied') continue;
      this.#before.set(file.status === 'renamed' ? (file.previousPath ?? file.path) : file.path, file);
    }
  }

  /** The file an anchor stands in; undefined where the pull request does not change that file. */
  of({ side, path }: Pick<Anchor, 'side' | 'path'>): ReviewedFile | undefined {
    const file = (side === 'after' ? this.#after : this.#before).get(path);
    if (file === undefined) return undefined;
    const known = this.#parsed.get(file) ?? { path: file.path, hunks: parsePatch(file.patch ?? '') };
    this.#parsed.set(file, known);
    return known;
  }
}
