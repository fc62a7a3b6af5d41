/**
 * Whether two bodies say the same. Permanent links name the commit they were made for and hold as long as it does, so a
 * body that differs in that alone is left as it is: every push would edit every comment otherwise.
 */

/** As GitHub may give the first one back: other line ends, spaces around. */
export function sameBody(present: string, wanted: string): boolean {
  return normalize(present) === normalize(wanted);
}

function normalize(body: string): string {
  return body
    .replaceAll('\r\n', '\n')
    .replace(/\/blob\/[0-9a-f]{40}(?:[0-9a-f]{24})?\//g, '/blob/COMMIT/')
    .trim();
}
