/** What people are told about checks of our name that another app reports. Pure. */
import { escapeCode } from '../../reporters/markdown/escape-code.ts';
import type { ForeignCheckRun } from './list-check-runs.ts';

const NAMED = 3;

/** One line of Markdown; undefined where there is none. `name` is that of the check. */
export function describeForeignChecks(name: string, foreign: readonly ForeignCheckRun[]): string | undefined {
  if (foreign.length === 0) return undefined;
  const apps = [...new Set(foreign.map(({ appSlug }) => appSlug))].sort();
  const more = apps.length > NAMED ? ` and ${apps.length - NAMED} more` : '';
  const named = apps.slice(0, NAMED).map((slug) => escapeCode(slug, 60));
  return `**Another app reports a check named ${escapeCode(name, 60)} on this commit: ${named.join(', ')}${more}.** It is not this one. Branch rules must name the app the check is expected from.`;
}
