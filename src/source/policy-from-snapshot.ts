/** The policy files of one tree: the tip of a policy branch, or a folder given for it. Reads those two and no others. */
import type { PolicyFile, PolicyFiles } from '../model/policy.ts';
import type { TreeEntry } from '../model/tree.ts';
import { decodePolicyText } from './decode-policy-text.ts';
import type { Snapshot } from './snapshot.ts';

/** `organisation`: the files stand at the root, else in `.github/`. */
export type PolicyRole = 'organisation' | 'repository';

const NAMES = { policy: 'threatdiff.yml', waivers: 'threatdiff-waivers.yml' } as const;

/**
 * Texts and blob ids of the files that are there. A file that cannot be read, is a link, or is not UTF-8 gets a text no
 * policy accepts, so that it is reported as invalid and never taken for absent.
 */
export async function policyFromSnapshot(snapshot: Snapshot, role: PolicyRole): Promise<PolicyFiles> {
  const folder = role === 'organisation' ? '' : '.github/';
  const entries = await snapshot.entries();
  const find = (name: string) => entries.find((entry) => entry.path === `${folder}${name}`);
  const [policy, waivers] = [find(NAMES.policy), find(NAMES.waivers)];
  const wanted = [policy, waivers].filter((entry) => entry !== undefined);
  const contents = await snapshot.read(wanted.filter((entry) => entry.mode !== 'gitlink'));
  return {
    ...(policy === undefined ? {} : { policy: fileOf(policy, contents) }),
    ...(waivers === undefined ? {} : { waivers: fileOf(waivers, contents) }),
  };
}

function fileOf(entry: TreeEntry, contents: ReadonlyMap<string, Uint8Array>): PolicyFile {
  const bytes = entry.mode === 'link' ? undefined : contents.get(entry.blob);
  return { file: entry.path, id: entry.blob, text: decodePolicyText(bytes) };
}
