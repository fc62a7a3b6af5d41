/** Finds what is open in a repository and puts a check job for each head commit into the queue. */
import { repositoryJobSchema } from './check-job.ts';
import { enqueueHeads } from './enqueue-heads.ts';
import type { WorkContext } from './work-context.ts';

/** As the queue hands it over. Throws what is worth another try. */
export async function lookAtRepository(data: unknown, context: WorkContext): Promise<void> {
  const job = repositoryJobSchema.parse(data);
  const { urgency, ...repository } = job;
  const gateway = context.github.forCommits(repository, urgency);
  const [pullRequests, groups] = [await gateway.listPullRequests(), await gateway.listMergeGroups()];
  await enqueueHeads(job, { pullRequests, groups }, context);
}
