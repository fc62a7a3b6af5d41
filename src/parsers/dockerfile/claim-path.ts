/**
 * Which files may be Dockerfiles, by path, and by a look at the text where the path leaves doubt.
 */
import { readInstructions } from './read-instructions.ts';

/** Endings that say the file is about a Dockerfile rather than one. */
const DOUBTFUL_ENDING =
  /\.(md|txt|rst|html?|js|ts|mjs|cjs|tsx?|go|py|rb|java|rs|sh|json|ya?ml|toml|lock|snap|patch|diff|orig|bak|test)$/;

/** `Dockerfile`, `Dockerfile.prod`, `api.Dockerfile`, `Containerfile`: yes; `my-dockerfile`, `Dockerfile.md`: maybe. */
export function claimPath(path: string): 'yes' | 'maybe' | 'no' {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (name.endsWith('.dockerignore') || name.endsWith('.containerignore')) return 'no';
  if (name === 'dockerfile' || name.endsWith('.dockerfile') || name.endsWith('.containerfile')) return 'yes';
  if (name.startsWith('dockerfile.') || name.startsWith('containerfile')) {
    return DOUBTFUL_ENDING.test(name) ? 'maybe' : 'yes';
  }
  return name.includes('dockerfile') || name.includes('containerfile') || name.endsWith('.docker') ? 'maybe' : 'no';
}

/** True where the first instruction is FROM or ARG, as it must be. */
export function looksLikeDockerfile(text: string): boolean {
  const [first] = readInstructions(text.slice(startOf(text)).slice(0, 100_000)).instructions;
  return first?.keyword === 'FROM' || first?.keyword === 'ARG';
}

/** Where the first line is that is neither blank nor a comment; how much stands above it says nothing. */
function startOf(text: string): number {
  let at = 0;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end === -1 ? text.length : end).trim();
    if (line !== '' && !line.startsWith('#')) return at;
    if (end === -1) return text.length;
    at = end + 1;
  }
  return at;
}
