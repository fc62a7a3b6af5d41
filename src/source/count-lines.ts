/** A content as a bag of lines, counted once per file however many files it is compared with. */

export interface LineCounts {
  /** Bytes of the content. */
  readonly size: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** Lines of any bytes, without their line feeds. */
export function countLines(bytes: Uint8Array): LineCounts {
  const counts = new Map<string, number>();
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  for (const line of text.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1);
  return { size: bytes.length, counts };
}
