/** What a finding says, with the environment it holds in: one hole in two environments must not look like a mistake. */
import type { Finding } from '../model/finding.ts';

/** Policy without environments has this one; nobody needs to be told. */
const ONLY_ENVIRONMENT = 'default';

/** The finding's sentence, and ` (environment prod)` where policy names environments. Unescaped; the caller escapes. */
export function describeFinding({ message, environment }: Pick<Finding, 'message' | 'environment'>): string {
  if (environment === ONLY_ENVIRONMENT) return message;
  return `${message} (${environment.includes(', ') ? 'environments' : 'environment'} ${environment})`;
}
