/**
 * Everything a conclusion rests on, read at one moment: what the commit heads, what each is compared with, and policy.
 * Equal digests mean that judging again would give the same, so it names the work and is compared before concluding.
 */
import { createHash } from 'node:crypto';
import { loadPolicy } from '../../config/load-policy.ts';
import { canonicalJson } from '../../documents/canonical-json.ts';
import type { PolicyFiles, PolicySources } from '../../model/policy.ts';
import type { ChangeSource } from '../../source/snapshot.ts';
import type { CommitGateway, CommitReading } from './commit-gateway.ts';
import type { Subject } from './subject.ts';

/** What is the same for every commit of a day. */
export interface EngineIdentity {
  /** `threatdiff 1.2.3` */
  readonly engine: string;
  readonly rulePack: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly asOf: string;
}

export interface OpenedSubject {
  readonly subject: Subject;
  readonly change: ChangeSource;
}

export interface CommitState extends Pick<CommitReading, 'checks' | 'comments' | 'conversations'> {
  readonly digest: string;
  /** None where the commit heads nothing any more. */
  readonly subjects: readonly OpenedSubject[];
  readonly policy: PolicySources;
}

/** Reads no tree and no file but policy's. Throws what the gateway throws. */
export async function readCommitState(
  gateway: Pick<CommitGateway, 'read' | 'openChange'>,
  headSha: string,
  identity: EngineIdentity,
): Promise<CommitState> {
  const { subjects, policy: read, checks, comments, conversations } = await gateway.read(headSha);
  const { sources: policy } = read;
  const { budgets: limits, observation } = loadPolicy(policy, identity.asOf).policy;
  const opened = await Promise.all(
    subjects.map(async (subject) => ({ subject, change: await gateway.openChange(subject, limits) })),
  );
  const compared = opened.map(({ subject, change }) => ({
    pullRequest: subject.pullRequest ?? null,
    baseRef: subject.baseRef,
    before: change.before.map(({ id }) => id),
  }));
  const files = [policy.organisation, policy.repository].map(idsOf);
  const content = canonicalJson({ headSha, compared, files, observes: observation !== undefined, ...identity });
  const digest = createHash('sha256').update(content).digest('hex');
  return { digest, subjects: opened, policy, checks, comments, conversations };
}

function idsOf(files: PolicyFiles | undefined): readonly (string | null)[] {
  return [files?.policy?.id ?? null, files?.waivers?.id ?? null];
}
