/** All sources of policy: the folders the user named, the default branch, the command line. Never the head. */
import { resolve } from 'node:path';
import { UserError } from '../config/user-error.ts';
import type { PolicyFiles, PolicySources } from '../model/policy.ts';
import type { Severity } from '../model/rule-result.ts';
import type { GitRepository } from '../source/git-repository.ts';
import { openDirectory } from '../source/open-directory.ts';
import { policyFromSnapshot } from '../source/policy-from-snapshot.ts';
import type { ParsedArguments } from './command.ts';
import type { Host } from './host.ts';

/** For reading two small files; what the analysis may read is policy's to say. */
const LIMITS = { fileBytes: 4 * 1024 * 1024, treeEntries: 1_000_000 } as const;

/** Without `--policy` and without a repository there is no repository policy. Throws a UserError. */
export async function loadSources(
  { options }: ParsedArguments,
  host: Pick<Host, 'directory'>,
  repository: GitRepository | undefined,
): Promise<PolicySources> {
  const own = options.get('policy');
  const above = options.get('organisation-policy');
  const failOn = options.get('fail-on') as Severity | undefined;
  const [files, organisation] = await Promise.all([
    own === undefined ? repository && readTip(repository) : readFolder(host.directory, own),
    above === undefined ? undefined : readFolder(host.directory, above),
  ]);
  return {
    ...(organisation === undefined ? {} : { organisation }),
    ...(files === undefined ? {} : { repository: files }),
    ...(failOn === undefined ? {} : { commandLine: { failOn } }),
  };
}

async function readTip(repository: GitRepository): Promise<PolicyFiles> {
  const branch = await repository.defaultBranch().catch((error: unknown) => {
    if (!(error instanceof UserError)) throw error;
    const message = 'Policy is read from the default branch, which cannot be told: no origin/HEAD, main or master.';
    const hint =
      'Run git remote set-head origin --auto, or name the branch with --base and a folder with a threatdiff.yml with --policy DIR.';
    throw new UserError(message, hint, { cause: error });
  });
  const tip = await repository.resolveCommit(branch);
  return policyFromSnapshot(repository.snapshot(tip, LIMITS), 'repository');
}

/** A folder the user names holds the files themselves, as an organisation's policy repository does. */
async function readFolder(directory: string, path: string): Promise<PolicyFiles> {
  const files = await policyFromSnapshot(
    await openDirectory(resolve(directory, path), LIMITS, 'policy'),
    'organisation',
  );
  if (files.policy !== undefined || files.waivers !== undefined) return files;
  throw new UserError(`There is no policy in ${JSON.stringify(path)}.`, 'Name the folder that holds threatdiff.yml.');
}
