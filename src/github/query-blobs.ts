/**
 * Many blobs in one GraphQL request. Believes none: a text counts only when its bytes have the id that was asked for.
 * https://docs.github.com/en/graphql/reference/objects#blob
 */
import { hashBlob } from '../source/hash-blob.ts';
import type { GitHubClient, QueryError } from './github-client.ts';
import { GitHubError } from './github-error.ts';
import type { RepositoryName } from './repository-name.ts';

export interface QueriedBlobs {
  readonly contents: ReadonlyMap<string, Uint8Array>;
  /** Ids the repository does not know. All others that are not in `contents` are there, but not as text. */
  readonly absent: ReadonlySet<string>;
}

interface BlobAnswer {
  readonly text?: string | null;
  readonly isTruncated?: boolean;
}

interface Answer {
  readonly repository: Readonly<Record<string, BlobAnswer | null>> | null;
}

const OBJECT_ID = /^[0-9a-f]{40}$/;
/** What GitHub cannot answer for so few, it cannot answer. */
const SMALLEST_HALVED = 25;
const NOTHING: QueriedBlobs = { contents: new Map(), absent: new Set() };

/**
 * Contents of the blobs `ids`, at most a few hundred. A request GitHub gives up on (it has ten seconds) is halved.
 * Throws a GitHubError.
 */
export async function queryBlobs(
  client: GitHubClient,
  { owner, name }: RepositoryName,
  ids: readonly string[],
): Promise<QueriedBlobs> {
  const known = ids.filter((id) => OBJECT_ID.test(id));
  if (known.length === 0) return NOTHING;
  const action = `read ${known.length} files of ${owner}/${name}`;
  try {
    const { data, errors } = await client.queryPartially<Answer>(action, textOf(known), { owner, name });
    return collect(known, wholeRepository(data, errors, action));
  } catch (error) {
    if (!(error instanceof GitHubError) || error.kind !== 'unavailable' || known.length <= SMALLEST_HALVED) throw error;
    const middle = Math.ceil(known.length / 2);
    const first = await queryBlobs(client, { owner, name }, known.slice(0, middle));
    const second = await queryBlobs(client, { owner, name }, known.slice(middle));
    return {
      contents: new Map([...first.contents, ...second.contents]),
      absent: new Set([...first.absent, ...second.absent]),
    };
  }
}

/** Ids are hexadecimal, so that they can stand in the text; names are variables. */
function textOf(ids: readonly string[]): string {
  const fields = ids.map((id, index) => `b${index}: object(oid: "${id}") { ...content }`).join('\n');
  return `query ($owner: String!, $name: String!) {
repository(owner: $owner, name: $name) {
${fields}
}
}
fragment content on Blob { text isTruncated }`;
}

/** An error of one blob leaves that blob out; one of the repository or of the permission is an error of all. */
function wholeRepository(
  { repository }: Answer,
  errors: readonly QueryError[],
  action: string,
): NonNullable<Answer['repository']> {
  const forbidden = errors.find(({ type }) => type === 'FORBIDDEN');
  if (repository !== null && forbidden === undefined) return repository;
  const kind = forbidden === undefined ? 'not-found' : 'forbidden';
  const reason = (forbidden ?? errors[0])?.message ?? 'GitHub does not find the repository';
  throw new GitHubError({ kind, action, reason });
}

function collect(ids: readonly string[], answers: NonNullable<Answer['repository']>): QueriedBlobs {
  const contents = new Map<string, Uint8Array>();
  const absent = new Set<string>();
  for (const [index, id] of ids.entries()) {
    const answer = answers[`b${index}`] ?? undefined;
    if (answer === undefined) absent.add(id);
    const bytes = typeof answer?.text === 'string' && !answer.isTruncated ? Buffer.from(answer.text) : undefined;
    // Text in another encoding arrives converted, a byte-order mark may be gone: the id tells.
    if (bytes !== undefined && hashBlob(bytes) === id) contents.set(id, bytes);
  }
  return { contents, absent };
}
