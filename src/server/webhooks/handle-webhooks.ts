/**
 * Which event becomes which work. Handlers only enqueue: what they wait for is the database, and an error there is
 * answered with 500, so that the delivery shows as failed. Reads no state and calls no GitHub.
 */
import type { Probot } from 'probot';
import type { Queue } from '../../queue/queue.ts';
import { enqueueWork, type Work } from '../jobs/enqueue-work.ts';
import { foreignCheckWork } from './foreign-check-work.ts';
import { forgottenRepositories } from './forgotten-repositories.ts';
import { installationWork } from './installation-work.ts';
import { pullRequestWork } from './pull-request-work.ts';
import { commitWork } from './commit-work.ts';
import { pushWork } from './push-work.ts';
import { rerequestWork } from './rerequest-work.ts';

export interface WebhookHandling {
  readonly queue: Pick<Queue, 'enqueue'>;
  readonly appId: number;
  /** Of our own check. */
  readonly checkName: string;
  readonly policyRepository: string;
  /** Drops what the store holds about a repository that was taken away. */
  readonly forget: (repositoryId: number) => Promise<void>;
  /** Counts a delivery, to see duplicates; decides nothing. */
  readonly record: (delivery: string, event: string) => Promise<unknown>;
}

/** A Probot application. */
export function handleWebhooks({ queue, appId, checkName, policyRepository, forget, record }: WebhookHandling) {
  const enqueue = async (work: readonly Work[]): Promise<void> => {
    for (const each of work) await enqueueWork(queue, each);
  };
  return (app: Probot): void => {
    app.onAny(async ({ id, name }) => void (await record(id, name)));
    app.on('pull_request', ({ payload }) => enqueue(pullRequestWork(payload)));
    app.on('merge_group.checks_requested', ({ payload }) =>
      enqueue(commitWork(payload, { headSha: payload.merge_group.head_sha })),
    );
    app.on(['check_run.rerequested', 'check_run.requested_action'], ({ payload }) =>
      enqueue(rerequestWork(payload, appId)),
    );
    app.on(['check_run.created', 'check_run.completed'], ({ payload }) =>
      enqueue(foreignCheckWork(payload, { appId, checkName })),
    );
    app.on('check_suite.rerequested', ({ payload }) => enqueue(rerequestWork(payload, appId)));
    app.on('push', ({ payload }) => enqueue(pushWork(payload, policyRepository)));
    app.on(['installation', 'installation_repositories'], async ({ payload }) => {
      for (const repository of forgottenRepositories(payload)) await forget(repository);
      await enqueue(installationWork(payload));
    });
  };
}
