/**
 * The blob cache in a table. When it is full, what repositories hold above their share goes first, then what is left;
 * of each the least recently used. Use is noted to the hour, because a write for every read would cost more than an
 * exact order is worth.
 */
import { sql } from 'kysely';
import type { BlobCache, CachedBlob } from './blob-cache.ts';
import type { Database, Query } from './database.ts';

interface BlobCacheOptions {
  readonly maxBytes: number;
  readonly now: () => Date;
}

const TOUCH_AFTER_MS = 3_600_000;
/** Evicting to less than the bound keeps the next puts from evicting again at once. */
const KEEP_SHARE = 0.9;
/** Of the bound: what one repository may hold before others lose anything. */
const REPOSITORY_SHARE = 1 / 8;
/** One statement: bounded rows (parameters are limited to 65,535) and bytes (it is one message). */
const CHUNK_ROWS = 500;
const CHUNK_BYTES = 4 * 1024 * 1024;
/** Any constant: only one replica evicts at a time, so that two do not evict the double. */
const EVICTION_LOCK = 7_202_611;

/** The cache, bounded by `maxBytes` over all repositories; a blob above a quarter of that is not kept. */
export function createBlobCache(database: Database, options: BlobCacheOptions): BlobCache {
  return {
    get: (repositoryId, ids) => readBlobs(database, options, repositoryId, ids),
    put: async (repositoryId, blobs) => {
      const kept = blobs.filter((blob) => blob.bytes.byteLength <= options.maxBytes / 4);
      for (const chunk of chunksOf(kept)) await insert(database, options, repositoryId, chunk);
      if (kept.length > 0) await evict(database, options.maxBytes);
    },
    totalBytes: () => database.run('measure the blob cache', sumBytes),
  };
}

async function readBlobs(
  database: Database,
  { now }: BlobCacheOptions,
  repositoryId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  const stale: string[] = [];
  const touchBefore = now().getTime() - TOUCH_AFTER_MS;
  for (let at = 0; at < ids.length; at += CHUNK_ROWS) {
    const rows = await database.run('read blobs', (db) =>
      db
        .selectFrom('blob_cache')
        .select(['blob_id', 'bytes', 'last_used'])
        .where('repository_id', '=', repositoryId)
        .where('blob_id', 'in', ids.slice(at, at + CHUNK_ROWS))
        .execute(),
    );
    for (const row of rows) {
      found.set(row.blob_id, row.bytes);
      if (row.last_used.getTime() <= touchBefore) stale.push(row.blob_id);
    }
  }
  if (stale.length > 0) await touch(database, repositoryId, stale, now());
  return found;
}

async function touch(database: Database, repositoryId: number, ids: readonly string[], usedAt: Date): Promise<void> {
  await database.run('note the use of blobs', (db) =>
    db
      .updateTable('blob_cache')
      .set({ last_used: usedAt })
      .where('repository_id', '=', repositoryId)
      .where('blob_id', '=', sql<string>`any(${[...ids]}::text[])`)
      .execute(),
  );
}

async function insert(
  database: Database,
  { now }: BlobCacheOptions,
  repositoryId: number,
  blobs: readonly CachedBlob[],
): Promise<void> {
  // Sorted, so that two replicas that insert the same blobs lock them in the same order.
  const rows = [...new Map(blobs.map((blob) => [blob.id, blob])).values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, bytes }) => ({
      repository_id: repositoryId,
      blob_id: id,
      bytes,
      size: bytes.byteLength,
      last_used: now(),
    }));
  await database.run('keep blobs', (db) =>
    db
      .insertInto('blob_cache')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['repository_id', 'blob_id']).doUpdateSet((eb) => ({
          bytes: eb.ref('excluded.bytes'),
          size: eb.ref('excluded.size'),
          last_used: eb.ref('excluded.last_used'),
        })),
      )
      .execute(),
  );
}

async function sumBytes(db: Query): Promise<number> {
  const { total } = await db
    .selectFrom('blob_cache')
    .select(sql<number>`coalesce(sum(size), 0)::int8`.as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

async function evict(database: Database, maxBytes: number): Promise<void> {
  if ((await database.run('measure the blob cache', sumBytes)) <= maxBytes) return;
  await database.transact('evict blobs', async (db) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(EVICTION_LOCK)})`.execute(db);
    if ((await sumBytes(db)) <= maxBytes) return;
    await sql`
      with held as (
        select repository_id, blob_id, size, last_used,
               sum(size) over (partition by repository_id order by last_used desc, blob_id)
                 > ${Math.floor(maxBytes * REPOSITORY_SHARE)}::int8 as is_above
        from threatdiff.blob_cache),
      ranked as (
        select repository_id, blob_id,
               sum(size) over (order by is_above, last_used desc, repository_id, blob_id) as running
        from held)
      delete from threatdiff.blob_cache as blob using ranked
      where blob.repository_id = ranked.repository_id and blob.blob_id = ranked.blob_id
        and ranked.running > ${Math.floor(maxBytes * KEEP_SHARE)}::int8`.execute(db);
  });
}

function* chunksOf(blobs: readonly CachedBlob[]): Generator<readonly CachedBlob[]> {
  let chunk: CachedBlob[] = [];
  let bytes = 0;
  for (const blob of blobs) {
    if (chunk.length > 0 && (chunk.length >= CHUNK_ROWS || bytes + blob.bytes.byteLength > CHUNK_BYTES)) {
      yield chunk;
      chunk = [];
      bytes = 0;
    }
    chunk.push(blob);
    bytes += blob.bytes.byteLength;
  }
  if (chunk.length > 0) yield chunk;
}
