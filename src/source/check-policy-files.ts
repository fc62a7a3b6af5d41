/**
 * Policy and waiver files that the head changes: broken ones fail their own pull request with a position. Their values
 * are never applied; policy comes from the policy branch.
 */
import { validatePolicyFile } from '../config/validate-policy-file.ts';
import type { Problem } from '../model/problem.ts';
import { decodePolicyText } from './decode-policy-text.ts';
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
  const entries = (await head.entries()).filter(({ path }) => wanted.has(path));
  const readable = entries.filter(({ mode, size }) => (mode === 'file' || mode === 'executable') && size <= MAX_BYTES);
  const contents = await head.read(readable);
  // A link, a submodule, a huge or unreadable file has no text here, and so is invalid like any other broken one.
  return entries.flatMap(({ path, blob, mode }) =>
    validatePolicyFile(decodePolicyText(mode === 'link' ? undefined : contents.get(blob)), path),
  );
}
