/** The order of problems in a report: by place, then code and text; equal ones once. */
import type { Problem } from '../model/problem.ts';

/** Sorted, without repetitions: two units that read one broken file say it once. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const keyed = new Map<string, Problem>();
  for (const problem of problems) {
    const key = keyOf(problem);
    if (!keyed.has(key)) keyed.set(key, problem);
  }
  return [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, problem]) => problem);
}

function keyOf({ code, location, message, unit, address }: Problem): string {
  const line = String(location?.range.startLine ?? 0).padStart(9, '0');
  const column = String(location?.range.startColumn ?? 0).padStart(9, '0');
  return [location?.path ?? '', line, column, code, message, location ? '' : (unit ?? ''), address ?? ''].join('\0');
}
