/** Puts a job for each repository of an installation into the queue. */
import { installationJobSchema } from './check-job.ts';
import { enqueueWork } from './enqueue-work.ts';
import type { WorkContext } from './work-context.ts';

/** As the queue hands it over. Throws what is worth another try. */
export async function lookAtInstallation(data: unknown, { github, queue }: WorkContext): Promise<void> {
  const { installationId, urgency } = installationJobSchema.parse(data);
  for (const repository of await github.listRepositories(installationId, urgency)) {
    await enqueueWork(queue, { kind: 'repository', job: { ...repository, urgency } });
  }
}
