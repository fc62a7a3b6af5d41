/**
 * Splits an image reference (`registry:5000/team/app:1.2@sha256:…`) into name, tag and digest. Plain text work; it
 * does not normalise Docker Hub's short names.
 */

export interface ImageReference {
  readonly name: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** Index of the last `mark` after the last `/`, outside `${…}`; -1 where there is none. */
function lastOutsideBraces(text: string, mark: string): number {
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const char = text[at];
    if (char === '}') depth += 1;
    else if (char === '{' && depth > 0) depth -= 1;
    else if (depth === 0 && char === mark) return at;
    else if (depth === 0 && char === '/') return -1;
  }
  return -1;
}

/** Splits a reference; text with variables keeps them in its parts. */
export function splitImageReference(reference: string): ImageReference {
  const at = lastOutsideBraces(reference, '@');
  const digest = at === -1 ? {} : { digest: reference.slice(at + 1) };
  const rest = at === -1 ? reference : reference.slice(0, at);
  const colon = lastOutsideBraces(rest, ':');
  if (colon === -1) return { name: rest, ...digest };
  return { name: rest.slice(0, colon), tag: rest.slice(colon + 1), ...digest };
}
