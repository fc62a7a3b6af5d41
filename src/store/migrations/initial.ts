/**
 * The first tables. A migration that was ever released is never edited: a later one changes what it made.
 */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const STATEMENTS = [
  `create table threatdiff.blob_cache (
     repository_id int8 not null, blob_id text not null, bytes bytea not null, size int4 not null,
     last_used timestamptz not null, primary key (repository_id, blob_id))`,
  'create index blob_cache_last_used on threatdiff.blob_cache (last_used, size)',
  `create table threatdiff.commit_checks (
     repository_id int8 not null, head_sha text not null, installation_id int8 not null, check_run_id int8,
     status text not null, conclusion text, external_id text not null, job_state text not null,
     fence int8 not null, updated_at timestamptz not null, primary key (repository_id, head_sha))`,
  `create index commit_checks_unconcluded on threatdiff.commit_checks (updated_at) where status <> 'completed'`,
  `create table threatdiff.pull_requests (
     repository_id int8 not null, number int4 not null, installation_id int8 not null, head_sha text not null,
     base_ref text not null, base_sha text not null, state text not null, read_at timestamptz not null,
     last_verdict text, verdict_sha text, report_digest text, primary key (repository_id, number))`,
  'create index pull_requests_head on threatdiff.pull_requests (repository_id, head_sha)',
  `create table threatdiff.report_history (
     id int8 generated always as identity primary key, repository_id int8 not null, pull_request int4 not null,
     head_sha text not null, digest text not null, report bytea not null, engine text not null,
     created_at timestamptz not null, unique (repository_id, pull_request, head_sha, digest))`,
  // The report is gzip already.
  'alter table threatdiff.report_history alter column report set storage external',
  'create index report_history_created on threatdiff.report_history (created_at)',
  `create table threatdiff.deliveries (
     guid text primary key, event text not null, seen int4 not null, received_at timestamptz not null)`,
  'create index deliveries_received on threatdiff.deliveries (received_at)',
  `create table threatdiff.leases (
     name text primary key, holder text not null, until timestamptz not null, token int8 not null)`,
  // One sequence for all leases: a token stays larger than every earlier one even after its row was pruned.
  'create sequence threatdiff.lease_token',
];

/** Creates the tables of the first release. */
export const initial: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
