/** Policy files from the tip of a repository's default branch: never from the head, never from any other branch. */
import { UserError } from '../config/user-error.ts';
import type { PolicyFile, PolicyFiles } from '../model/policy.ts';
import type { GitRepository } from '../source/git-repository.ts';

const LIMITS = { fileBytes: 4 * 1024 * 1024, treeEntries: 1_000_000 } as const;
const POLICY = '.github/threatdiff.yml';
const WAIVERS = '.github/threatdiff-waivers.yml';

/** The files at the tip; none where they are not there. Throws a UserError when one of them cannot be read. */
export async function readPolicyTip(repository: GitRepository): Promise<PolicyFiles> {
  const branch = await repository.defaultBranch();
  const commit = await repository.resolveCommit(branch);
  const snapshot = repository.snapshot(commit, LIMITS);
  const entries = (await snapshot.entries()).filter(({ path }) => path === POLICY || path === WAIVERS);
  const contents = await snapshot.read(entries);
  const files = new Map<string, PolicyFile>();
  for (const { path, blob, mode } of entries) {
    const bytes = mode === 'file' || mode === 'executable' ? contents.get(blob) : undefined;
    if (bytes === undefined) {
      throw new UserError(`The policy ${path} of ${branch} cannot be read.`, 'It must be a regular file below 4 MB.');
    }
    files.set(path, { file: path, id: commit, text: new TextDecoder().decode(bytes) });
  }
  const [policy, waivers] = [files.get(POLICY), files.get(WAIVERS)];
  return { ...(policy ? { policy } : {}), ...(waivers ? { waivers } : {}) };
}
