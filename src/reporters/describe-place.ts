/** `path:line:column` of a location, as editors and terminals open it. Unescaped; the caller escapes. */
import type { Location } from '../model/location.ts';

/** The start of a location; `the run itself` for problems that stand nowhere. */
export function describePlace(location: Location | undefined): string {
  if (location === undefined) return 'the run itself';
  return `${location.path}:${location.range.startLine}:${location.range.startColumn}`;
}
