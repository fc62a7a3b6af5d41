/** Bytes of a policy file to text. What cannot be read must end up invalid, never absent and never repaired. */

/** A control character is a syntax error in YAML wherever it stands. */
const UNREADABLE = '\u0001';

/** Text without its byte-order mark; for bytes that are missing or not UTF-8 a text that no policy schema accepts. */
export function decodePolicyText(bytes: Uint8Array | undefined): string {
  if (bytes === undefined) return UNREADABLE;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return UNREADABLE;
  }
}
