/** The organisation's own lock list: every name in it must be a setting, or a lock would hold nothing in silence. */
import type { Problem } from '../model/problem.ts';
import type { CheckedSettings } from './check-settings.ts';
import { findNearest } from './find-nearest.ts';
import { listSettings } from './list-settings.ts';
import { policySchema } from './schema.ts';

/** Problems of `locked`; `file` is the organisation's policy file. */
export function checkLocks(locked: readonly string[], file: string, settings: CheckedSettings): readonly Problem[] {
  const names = listSettings(policySchema)
    .map((setting) => setting.name)
    .filter((name) => !/[<[]/.test(name) && name !== 'locked' && name !== 'version');
  return locked.flatMap((lock, index) => {
    if (names.includes(lock) || /^rules\.[A-Za-z0-9*._-]+$/.test(lock)) return [];
    const nearest = findNearest(lock, names);
    return [
      {
        code: 'policy-invalid',
        effect: 'not-evaluated',
        message: `locked[${index + 1}] is not the name of a setting.`,
        location: { path: file, range: settings.locate(['locked', index]) },
        hint: nearest === undefined ? 'Write rules.<pattern> or the name of a setting.' : `Did you mean ${nearest}?`,
      },
    ];
  });
}
