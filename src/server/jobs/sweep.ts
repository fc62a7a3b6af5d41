/**
 * Looks after what lost webhooks left behind: every installation gets a look that can wait, the store drops what is old,
 * and the next sweep is planned. Runs at start and at intervals, once for all replicas.
 */
import { enqueueWork } from './enqueue-work.ts';
import type { WorkContext } from './work-context.ts';

/** Throws what is worth another try. */
export async function sweep({ github, queue, store, now, sweepMinutes, log }: WorkContext): Promise<void> {
  // First, so that a sweep that fails for good is not the last one.
  await enqueueWork(queue, { kind: 'sweep' }, new Date(now() + sweepMinutes * 60_000));
  const installations = await github.listInstallations();
  for (const installationId of installations) {
    await enqueueWork(queue, { kind: 'installation', job: { installationId, urgency: 'backfill' } });
  }
  const pruned = await store.prune();
  log('info', 'sweep', { installations: installations.length, ...pruned });
}
