/**
 * Contents of blobs of one change, for both of its sides: from the cache, then many at a time, then one by one. Every
 * byte is checked against its id, also the cache's. Knows no path.
 */
import type { TreeEntry } from '../model/tree.ts';
import { hashBlob } from '../source/hash-blob.ts';
import { runBounded } from '../source/run-bounded.ts';
import type { BlobCache } from './blob-cache.ts';
import { fetchBlob } from './fetch-blob.ts';
import type { GitHubClient } from './github-client.ts';
import { GitHubError } from './github-error.ts';
import { queryBlobs } from './query-blobs.ts';
import type { GitHubRepository, RepositoryName } from './repository-name.ts';

export interface GitHubBlobReaderOptions {
  readonly client: GitHubClient;
  /** The repository the pull request goes into. */
  readonly repository: GitHubRepository;
  /** Of a pull request from a fork; asked for what the first does not have. */
  readonly headRepository?: RepositoryName | undefined;
  readonly cache: BlobCache;
}

type Blob = Pick<TreeEntry, 'blob' | 'size'>;

/** GraphQL gives up after ten seconds, and cuts long texts. */
const BATCH_BLOBS = 400;
const BATCH_BYTES = 1024 * 1024;
const QUERIED_BYTES = 256 * 1024;
const QUERIES_IN_FLIGHT = 4;
/** A change whose files all need a request each must not use up the quota of a whole installation. */
const MOST_SINGLE_READS = 300;
const SINGLE_READS_IN_FLIGHT = 8;

export class GitHubBlobReader {
  readonly #options: GitHubBlobReaderOptions;
  #singleReads = 0;

  constructor(options: GitHubBlobReaderOptions) {
    this.#options = options;
  }

  /** Bytes by blob id; what cannot be had is left out. Throws a GitHubError when GitHub itself fails. */
  async read(blobs: readonly Blob[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const { cache, repository } = this.#options;
    const wanted = [...new Map(blobs.map((blob) => [blob.blob, blob])).values()];
    const ids = wanted.map(({ blob }) => blob);
    const contents = new Map<string, Uint8Array>();
    for (const [id, bytes] of ids.length === 0 ? [] : await cache.get(repository.id, ids)) {
      if (hashBlob(bytes) === id) contents.set(id, bytes);
    }
    const fetched = await this.#fetch(wanted.filter(({ blob }) => !contents.has(blob)));
    for (const [id, bytes] of fetched) contents.set(id, bytes);
    const found = [...fetched].map(([id, bytes]) => ({ id, bytes }));
    if (found.length > 0) await cache.put(repository.id, found);
    return contents;
  }

  async #fetch(blobs: readonly Blob[]): Promise<Map<string, Uint8Array>> {
    const { client, repository, headRepository } = this.#options;
    const contents = new Map<string, Uint8Array>();
    const short = blobs.filter(({ size }) => size <= QUERIED_BYTES);
    const absent = await this.#query(repository, short, contents);
    if (headRepository !== undefined && absent.length > 0) {
      await this.#query(headRepository, absent, contents).catch(ignoreUnreachable);
    }
    const left = blobs.filter(({ blob }) => !contents.has(blob));
    const affordable = left.slice(0, Math.max(0, MOST_SINGLE_READS - this.#singleReads));
    this.#singleReads += affordable.length;
    const repositories = headRepository === undefined ? [repository] : [repository, headRepository];
    await runBounded(affordable, SINGLE_READS_IN_FLIGHT, async ({ blob }) => {
      const bytes = await fetchBlob(client, repositories, blob);
      if (bytes !== undefined) contents.set(blob, bytes);
    });
    return contents;
  }

  /** Adds to `contents`; returns what the repository does not know. */
  async #query(
    repository: RepositoryName,
    blobs: readonly Blob[],
    contents: Map<string, Uint8Array>,
  ): Promise<readonly Blob[]> {
    const results = await runBounded(batchesOf(blobs), QUERIES_IN_FLIGHT, (batch) =>
      queryBlobs(
        this.#options.client,
        repository,
        batch.map(({ blob }) => blob),
      ),
    );
    for (const result of results) for (const [id, bytes] of result.contents) contents.set(id, bytes);
    const absent = new Set(results.flatMap((result) => [...result.absent]));
    return blobs.filter(({ blob }) => absent.has(blob));
  }
}

function batchesOf(blobs: readonly Blob[]): readonly (readonly Blob[])[] {
  const batches: Blob[][] = [];
  let bytes = 0;
  for (const blob of blobs) {
    const last = batches.at(-1);
    bytes += blob.size;
    if (last === undefined || last.length >= BATCH_BLOBS || bytes > BATCH_BYTES) {
      batches.push([blob]);
      bytes = blob.size;
    } else last.push(blob);
  }
  return batches;
}

/** A fork may be private or gone; what it has stays unread. */
function ignoreUnreachable(error: unknown): void {
  if (error instanceof GitHubError && (error.kind === 'not-found' || error.kind === 'forbidden')) return;
  throw error;
}
