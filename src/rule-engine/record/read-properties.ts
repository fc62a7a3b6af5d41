/** The properties a rule names as evidence although they did not decide. They are no reason and no assumption. */
import type { Read } from '../cel/trace.ts';
import type { PropertyPath } from '../property-path.ts';
import type { Judged } from './find-location.ts';
import { selectPath } from './select-path.ts';

/** One read for every path that leads somewhere; what is absent is no fact. */
export function readProperties(judged: Judged, paths: readonly PropertyPath[]): readonly Read[] {
  return paths.flatMap((path) => selectPath(judged, path)?.read ?? []);
}
