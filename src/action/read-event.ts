/**
 * What the event says is to be judged. It names commits, which the check will stand on; everything else about them is
 * read again from the API. Believes no shape and no size of the file.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
import { z } from 'zod';
import { UserError } from '../config/user-error.ts';
import { readRegularFile } from '../source/read-regular-file.ts';
import type { RunContext } from './read-run-context.ts';

export type ActionEvent =
  /** `headSha`: the commit the job's check stands on; undefined where a person asked by number. */
  | { readonly kind: 'pull-request'; readonly number: number; readonly headSha: string | undefined }
  | { readonly kind: 'merge-group'; readonly headSha: string; readonly baseSha: string; readonly baseRef: string }
  /** `before` undefined for a branch that is new. */
  | { readonly kind: 'push'; readonly before: string | undefined; readonly headSha: string; readonly ref: string }
  | { readonly kind: 'state'; readonly headSha: string };

/** GitHub sends no more than 25 MB. */
const MOST_BYTES = 32 * 1024 * 1024;
const commit = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const ZERO = /^0+$/;

const pullRequestPayload = z.object({
  pull_request: z.object({ number: z.int().positive(), head: z.object({ sha: commit }) }),
});
const mergeGroupPayload = z.object({
  merge_group: z.object({ head_sha: commit, base_sha: commit, base_ref: z.string().max(1000) }),
});
const pushPayload = z.object({ before: commit, after: commit, ref: z.string().max(1000) });

/** `asked`: the number a person gave. Throws a UserError for a file that cannot be read and an event nobody can judge. */
export async function readEvent(
  { eventName, eventFile, sha }: Pick<RunContext, 'eventName' | 'eventFile' | 'sha'>,
  asked: number | undefined,
): Promise<ActionEvent> {
  switch (eventName) {
    case 'pull_request':
    case 'pull_request_target': {
      const { pull_request: pull } = await readPayload(eventFile, pullRequestPayload);
      return { kind: 'pull-request', number: pull.number, headSha: pull.head.sha };
    }
    case 'merge_group': {
      const { merge_group: group } = await readPayload(eventFile, mergeGroupPayload);
      const baseRef = group.base_ref.replace(/^refs\/heads\//, '');
      return { kind: 'merge-group', headSha: group.head_sha, baseSha: group.base_sha, baseRef };
    }
    case 'push': {
      const { before, after, ref } = await readPayload(eventFile, pushPayload);
      if (ZERO.test(after)) throw new UserError('The push deletes a branch: there is nothing to judge.');
      return { kind: 'push', before: ZERO.test(before) ? undefined : before, headSha: after, ref };
    }
    case 'workflow_dispatch':
    case 'schedule':
      if (asked !== undefined) return { kind: 'pull-request', number: asked, headSha: undefined };
      return { kind: 'state', headSha: sha };
    default:
      throw new UserError(
        `The event ${JSON.stringify(eventName.slice(0, 100))} says nothing that can be judged.`,
        'Use pull_request_target, pull_request, merge_group, push, workflow_dispatch or schedule.',
      );
  }
}

async function readPayload<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await readJson(file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UserError(`The event is not as GitHub sends it: ${issue?.path.map(String).join('.') ?? 'no object'}.`);
}

async function readJson(file: string): Promise<unknown> {
  const { bytes } = await readRegularFile(Buffer.from(file), MOST_BYTES, 'sha1').catch((cause: unknown) => {
    throw new UserError('The file of the event (GITHUB_EVENT_PATH) cannot be read.', undefined, { cause });
  });
  if (bytes === undefined) throw new UserError('The file of the event is larger than any event of GitHub.');
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (cause) {
    throw new UserError('The file of the event is not JSON.', undefined, { cause });
  }
}
