/** Git's object ids, computed from bytes, so that every source names equal contents equally and none is believed. */
import { createHash } from 'node:crypto';

export type ObjectFormat = 'sha1' | 'sha256';

/** Id git gives to a blob with these bytes: the hash of `blob <size>\0` and the content, in lower-case hex. */
export function hashBlob(bytes: Uint8Array, format: ObjectFormat = 'sha1'): string {
  return createHash(format).update(`blob ${bytes.byteLength}\0`).update(bytes).digest('hex');
}
