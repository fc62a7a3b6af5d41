/**
 * What waits in the queue: which commit, repository or installation to look at. Identifiers only; everything else is
 * read again from GitHub when a job runs, so that an old or repeated webhook changes nothing.
 */
import { z } from 'zod';

export interface RepositoryCoordinates {
  readonly installationId: number;
  readonly repositoryId: number;
  readonly owner: string;
  readonly name: string;
}

const coordinates = {
  installationId: z.int().positive(),
  repositoryId: z.int().positive(),
  owner: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
};

/** Somebody waits for a pull request; policy changed for many; or it can wait, and gets half of the quota at most. */
const urgency = z.enum(['pull-request', 'policy', 'backfill']);

const commitId = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);

/** Everything that is open with this head commit gets judged, and the commit's one check concluded. */
export const checkJobSchema = z.strictObject({
  ...coordinates,
  headSha: commitId,
  /** Names the request of somebody who wants a fresh look though nothing changed; else empty. */
  again: z.string().regex(/^[\w:.-]{0,100}$/),
  /** The commit a push replaced by this one: it may head something else, or its check may be running. */
  left: commitId.optional(),
  /** When it was first put off because GitHub's limits were used up, milliseconds since 1970. */
  waitingSince: z.int().nonnegative().optional(),
  urgency,
});

/** Every open pull request and merge group of the repository gets a check job. */
export const repositoryJobSchema = z.strictObject({ ...coordinates, urgency });

/** Every repository of the installation gets a repository job. */
export const installationJobSchema = z.strictObject({ installationId: z.int().positive(), urgency });

export type Urgency = z.infer<typeof urgency>;
export type CheckJob = z.infer<typeof checkJobSchema>;
export type RepositoryJob = z.infer<typeof repositoryJobSchema>;
export type InstallationJob = z.infer<typeof installationJobSchema>;
