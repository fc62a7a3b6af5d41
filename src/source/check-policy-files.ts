/**
 * Policy and waiver files that the head changes: broken ones fail their own pull request with a position. Their values
 * are never applied; policy comes from the policy branch.
 */
import { validatePolicyFile } from '../config/validate-policy-file.ts';
import type { Problem } from '../model/problem.ts';
import type { Snapshot } from './snapshot.ts';

/** The repository's own files, and those of a repository that holds an organisation's policy. */
const POLICY_PATHS: ReadonlySet<string> = new Set([
  '.github/threatdiff.yml',
  '.github/threatdiff-waivers.yml',
  'threatdiff.yml',
  'threatdiff-waivers.yml',
]);
const MAX_BYTES = 4 * 1024 * 1024;

/** Problems of the changed policy files of the head, empty when none changed. */
export async function checkPolicyFiles(head: Snapshot, changed: ReadonlySet<string>): Promise<readonly Problem[]> {
  const touched = [...POLICY_PATHS].filter((path) => changed.has(path));
  if (touched.length === 0) return [];
  const wanted = new Set(touched);
  const entries = (await head.entries()).filter(({ path, size }) => wanted.has(path) && size <= MAX_BYTES);
  const contents = await head.read(entries.filter(({ mode }) => mode === 'file' || mode === 'executable'));
  return entries.flatMap(({ path, blob }) => {
    const bytes = contents.get(blob);
    return validatePolicyFile(bytes === undefined ? '' : new TextDecoder().decode(bytes), path);
  });
}
