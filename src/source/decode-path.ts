/**
 * File names are bytes. Turns them into text without losing one: what is not UTF-8 stands as `\xNN` and is marked,
 * so that a Problem can name the file. Never normalises: two names that look alike stay two names.
 */

export interface DecodedPath {
  readonly path: string;
  readonly pathNotUtf8?: true;
}

/** Path of raw bytes. The escaped form is for people; it does not open the file. */
export function decodePath(bytes: Uint8Array): DecodedPath {
  try {
    return { path: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { path: escapeInvalid(bytes), pathNotUtf8: true };
  }
}

function escapeInvalid(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const parts: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes[at] ?? 0);
    const piece = decodePiece(decoder, bytes.subarray(at, at + length));
    parts.push(piece ?? `\\x${(bytes[at] ?? 0).toString(16).padStart(2, '0')}`);
    at += piece === undefined ? 1 : length;
  }
  return parts.join('');
}

function sequenceLength(lead: number): number {
  if (lead < 0xc0) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

function decodePiece(decoder: InstanceType<typeof TextDecoder>, piece: Uint8Array): string | undefined {
  try {
    return decoder.decode(piece);
  } catch {
    return undefined;
  }
}
