/**
 * A policy or waivers file of the head, checked before it is merged: broken, it fails its own pull request instead of
 * silently losing its effect afterwards. Its values are never applied.
 */
import type { Problem } from '../model/problem.ts';
import { checkLocks } from './check-locks.ts';
import { checkSettings } from './check-settings.ts';
import { type PolicyInput, policySchema, waiversSchema } from './schema.ts';

/**
 * Problems of the file, each `not-evaluated`. What it is follows from its path: `…waivers.yml` or a policy; a policy
 * at the root of the repository is the organisation's and may lock.
 */
export function validatePolicyFile(text: string, path: string): readonly Problem[] {
  const file = { file: path, text };
  const effect = 'not-evaluated';
  if (/waivers\.ya?ml$/.test(path)) {
    return checkSettings(file, { schema: waiversSchema, code: 'waiver-invalid', effect, asText: true }).problems;
  }
  const checked = checkSettings(file, { schema: policySchema, code: 'policy-invalid', effect, asText: false });
  if (checked.problems.length > 0) return checked.problems;
  const { locked } = checked.data as PolicyInput;
  if (locked === undefined) return [];
  if (!path.includes('/')) return checkLocks(locked, path, checked);
  const location = { path, range: checked.locate(['locked'], true) };
  const message = 'locked may only stand in the policy of the organisation.';
  return [{ code: 'policy-invalid', effect, message, location, hint: 'Remove locked.' }];
}
