/**
 * Reads or hashes one regular file. Opens without following a link and without waiting, so that a link, a pipe or a
 * device put in the file's place after it was listed is an error, not an escape or a hang.
 */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { ObjectFormat } from './hash-blob.ts';

export interface RegularFile {
  readonly size: number;
  /** Git's blob id of the content. */
  readonly blob: string;
  /** Absent when the file is larger than what was asked to be kept. */
  readonly bytes?: Uint8Array;
}

const CHUNK = 256 * 1024;
// Absent on Windows, where neither pipes nor links stand in the way of an open.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Size, blob id and, up to `keepBytes`, content of the file at `path`. Larger files are hashed in pieces.
 * Throws the system's error, or an Error saying that the file is not regular or changed meanwhile.
 */
export async function readRegularFile(path: Buffer, keepBytes: number, format: ObjectFormat): Promise<RegularFile> {
  const handle = await open(path, FLAGS);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new Error('not a regular file');
    return await readHandle(handle, stats.size, { keep: stats.size <= keepBytes, format });
  } finally {
    await handle.close();
  }
}

async function readHandle(
  handle: FileHandle,
  size: number,
  options: { readonly keep: boolean; readonly format: ObjectFormat },
): Promise<RegularFile> {
  const hash = createHash(options.format).update(`blob ${size}\0`);
  const buffer = Buffer.allocUnsafe(Math.min(CHUNK, size + 1));
  const kept: Buffer[] = [];
  let total = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length);
    if (bytesRead === 0) break;
    total += bytesRead;
    if (total > size) break;
    const piece = buffer.subarray(0, bytesRead);
    hash.update(piece);
    if (options.keep) kept.push(Buffer.from(piece));
  }
  if (total !== size) throw new Error('it changed while it was read');
  const blob = hash.digest('hex');
  return options.keep ? { size, blob, bytes: Buffer.concat(kept) } : { size, blob };
}
