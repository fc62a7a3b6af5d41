/** Both sources of policy, from the folders the user named or from the default branch. Never from the head. */
import type { PolicySources } from '../model/policy.ts';
import type { GitRepository } from '../source/git-repository.ts';
import type { ParsedArguments } from './command.ts';
import type { Host } from './host.ts';
import { readPolicyDirectory } from './read-policy-directory.ts';
import { readPolicyTip } from './read-policy-tip.ts';

/** Without `--policy` and without a repository there is no repository policy. Throws a UserError. */
export async function loadSources(
  { options }: ParsedArguments,
  host: Pick<Host, 'directory'>,
  repository: GitRepository | undefined,
): Promise<PolicySources> {
  const own = options.get('policy');
  const above = options.get('organisation-policy');
  const [repositoryFiles, organisation] = await Promise.all([
    own === undefined ? repository && readPolicyTip(repository) : readPolicyDirectory(host.directory, own),
    above === undefined ? undefined : readPolicyDirectory(host.directory, above),
  ]);
  return {
    ...(organisation === undefined ? {} : { organisation }),
    ...(repositoryFiles === undefined ? {} : { repository: repositoryFiles }),
  };
}
