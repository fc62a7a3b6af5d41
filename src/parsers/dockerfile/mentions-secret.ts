/**
 * Whether a piece of source text looks as if it carried a secret, so that it is never printed: `TOKEN=…`,
 * `--password=…`, `https://user:pass@host`. It decides nothing but printing.
 */
import { isSecretName } from './is-secret-name.ts';

const LONGEST_NAME = 80;
const CREDENTIALS_IN_URL = /:\/\/[^/@:\s]{0,200}:[^/@:\s]{1,200}@/;

/** Linear: it looks back at most 80 characters from each `=`. */
export function mentionsSecret(text: string): boolean {
  if (CREDENTIALS_IN_URL.test(text)) return true;
  for (let at = text.indexOf('='); at !== -1; at = text.indexOf('=', at + 1)) {
    let start = at;
    while (start > 0 && at - start < LONGEST_NAME && /[A-Za-z0-9_-]/.test(text[start - 1] ?? '')) start -= 1;
    if (isSecretName(text.slice(start, at))) return true;
  }
  return false;
}
