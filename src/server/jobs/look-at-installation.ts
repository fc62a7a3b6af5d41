/**
 * Puts a check job for each commit that heads something open in an installation into the queue, and a job for each
 * repository that has to be looked at alone. What has nothing open costs its share of a request, and no job.
 */
import { installationJobSchema } from './check-job.ts';
import { enqueueHeads } from './enqueue-heads.ts';
import { enqueueWork } from './enqueue-work.ts';
import type { WorkContext } from './work-context.ts';

/** As the queue hands it over. Throws what is worth another try. */
export async function lookAtInstallation(data: unknown, context: WorkContext): Promise<void> {
  const { installationId, urgency } = installationJobSchema.parse(data);
  for await (const { repository, heads } of context.github.listOpenHeads(installationId, urgency)) {
    const job = { ...repository, urgency };
    if (heads === undefined) await enqueueWork(context.queue, { kind: 'repository', job });
    else await enqueueHeads(job, heads, context);
  }
}
