/**
 * Policy out of an answer that has its fields: both places at the tip of their default branch, each file believed only
 * with the bytes its id names. What exists and cannot be read is an error, never "no policy".
 */
import type { PolicyFile, PolicyFiles, PolicySources } from '../model/policy.ts';
import { decodePolicyText } from '../source/decode-policy-text.ts';
import { hashBlob } from '../source/hash-blob.ts';
import { fetchBlob } from './fetch-blob.ts';
import type { GitHubClient, PartialAnswer, QueryError } from './github-client.ts';
import { GitHubError } from './github-error.ts';
import { kindOfQueryError } from './kind-of-query-error.ts';
import type { RepositoryName } from './repository-name.ts';

/** Where a policy was read. */
export interface PolicyCommit {
  /** `acme/shop` */
  readonly repository: string;
  readonly branch: string;
  readonly commit: string;
}

export interface GitHubPolicy {
  readonly sources: PolicySources;
  /** Absent for a repository without a commit, and where the organisation has no policy repository. */
  readonly commits: { readonly organisation?: PolicyCommit; readonly repository?: PolicyCommit };
  /** Sentences for people about what was looked for and not found. */
  readonly notes: readonly string[];
}

interface FileAnswer {
  readonly oid: string;
  readonly mode: number;
  readonly type: string;
  readonly size: number;
  readonly object: { readonly text?: string | null; readonly isTruncated?: boolean } | null;
}

interface RepositoryAnswer {
  readonly defaultBranchRef: {
    readonly name: string;
    readonly target: {
      readonly oid: string;
      readonly policy?: FileAnswer | null;
      readonly waivers?: FileAnswer | null;
    } | null;
  } | null;
}

/** What the fields below give. */
export interface PolicyAnswer {
  readonly organisation: RepositoryAnswer | null;
  readonly repository: RepositoryAnswer | null;
}

/** Where policy is looked for. */
export interface PolicyPlaces {
  readonly repository: RepositoryName;
  /** Name of the organisation's policy repository. */
  readonly organisation: string;
  /** Somebody named it, so it must exist. */
  readonly isNamed: boolean;
}

type Place = keyof PolicyAnswer;

const MAX_BYTES = 4 * 1024 * 1024;
const FILE_TYPE_BITS = 0o170000;
const LINK = 0o120000;
const FOLDERS: Readonly<Record<Place, string>> = { organisation: '', repository: '.github/' };

/** Of `defaultBranchRef { ...organisationPolicy }` and `defaultBranchRef { ...repositoryPolicy }`. */
export const POLICY_FRAGMENTS = `fragment organisationPolicy on Ref { name target { oid ... on Commit {
  policy: file(path: "threatdiff.yml") { ...policyFile }
  waivers: file(path: "threatdiff-waivers.yml") { ...policyFile }
} } }
fragment repositoryPolicy on Ref { name target { oid ... on Commit {
  policy: file(path: ".github/threatdiff.yml") { ...policyFile }
  waivers: file(path: ".github/threatdiff-waivers.yml") { ...policyFile }
} } }
fragment policyFile on TreeEntry { oid mode type size object { ... on Blob { text isTruncated } } }`;

/**
 * Requests nothing but files GitHub did not give as text. Throws a GitHubError; its kind is `not-found` also for a
 * policy repository somebody named.
 */
export async function readPolicyAnswer(
  client: GitHubClient,
  answer: PartialAnswer<PolicyAnswer>,
  places: PolicyPlaces,
): Promise<GitHubPolicy> {
  const { repository, organisation } = places;
  const { owner, name } = repository;
  refuseErrors(answer, `${owner}/${organisation}`, places.isNamed);
  const read = (place: Place, of: string) => readPlace(client, answer.data[place], place, { owner, name: of });
  const [above, own] = await Promise.all([read('organisation', organisation), read('repository', name)]);
  const missing = answer.data.organisation === null;
  return {
    sources: {
      ...(above?.files === undefined ? {} : { organisation: above.files }),
      ...(own?.files === undefined ? {} : { repository: own.files }),
    },
    commits: {
      ...(above === undefined ? {} : { organisation: above.commit }),
      ...(own === undefined ? {} : { repository: own.commit }),
    },
    notes: missing ? [`There is no ${owner}/${organisation} this installation may read: no organisation policy.`] : [],
  };
}

/** Only the absence of a policy repository nobody named is an answer. */
function refuseErrors({ data, errors }: PartialAnswer<PolicyAnswer>, organisation: string, isNamed: boolean): void {
  const isAbsence = ({ type, path }: QueryError) =>
    type === 'NOT_FOUND' && path?.length === 1 && path[0] === 'organisation' && !isNamed;
  const error = errors.find((each) => !isAbsence(each));
  if (error === undefined && data.repository !== null) return;
  const ofOrganisation = error?.path?.[0] === 'organisation';
  const kind = kindOfQueryError(error);
  throw new GitHubError({
    kind,
    action: ofOrganisation ? `read the organisation's policy in ${organisation}` : 'read the policy of the repository',
    reason: error?.message ?? 'GitHub gives no repository',
    hint:
      kind === 'unavailable' ? 'Run it again later.' : 'Give the App read access to the contents of the repository.',
    missingPermission: kind === 'forbidden' ? 'contents=read' : undefined,
  });
}

interface ReadPlace {
  readonly files: PolicyFiles;
  readonly commit: PolicyCommit;
}

async function readPlace(
  client: GitHubClient,
  answer: RepositoryAnswer | null,
  place: Place,
  repository: RepositoryName,
): Promise<ReadPlace | undefined> {
  const branch = answer?.defaultBranchRef ?? undefined;
  if (branch?.target === undefined || branch.target === null) return undefined;
  const { oid, policy, waivers } = branch.target;
  const read = (file: FileAnswer | null | undefined, path: string) =>
    readFile(client, repository, file, `${FOLDERS[place]}${path}`);
  const [policyFile, waiversFile] = [
    await read(policy, 'threatdiff.yml'),
    await read(waivers, 'threatdiff-waivers.yml'),
  ];
  return {
    files: {
      ...(policyFile === undefined ? {} : { policy: policyFile }),
      ...(waiversFile === undefined ? {} : { waivers: waiversFile }),
    },
    commit: { repository: `${repository.owner}/${repository.name}`, branch: branch.name, commit: oid },
  };
}

/** A folder of that name is no file; a link, a submodule and unreadable bytes are an invalid one. */
async function readFile(
  client: GitHubClient,
  repository: RepositoryName,
  answer: FileAnswer | null | undefined,
  file: string,
): Promise<PolicyFile | undefined> {
  if (answer === undefined || answer === null || answer.type === 'tree') return undefined;
  const { oid: id, mode, type, size, object } = answer;
  const isReadable = type === 'blob' && (mode & FILE_TYPE_BITS) !== LINK && size <= MAX_BYTES;
  if (!isReadable) return { file, id, text: decodePolicyText(undefined) };
  const bytes = typeof object?.text === 'string' && !object.isTruncated ? Buffer.from(object.text) : undefined;
  const isWhole = bytes !== undefined && hashBlob(bytes) === id;
  return { file, id, text: decodePolicyText(isWhole ? bytes : await fetchBlob(client, [repository], id)) };
}
