/**
 * Sends the annotations of a check run, 50 a request, and its conclusion with the last of them. GitHub adds annotations
 * and never removes one, so after a lost answer what is there is read back and only the rest is sent.
 */
import type { CheckAnnotation } from '../../reporters/check-run/check-annotation.ts';
import { GitHubError } from '../github-error.ts';
import { isFateUnknown } from './is-fate-unknown.ts';
import type { PublishTiming } from './publish-timing.ts';
import { subtractAnnotations } from './subtract-annotations.ts';

export interface AnnotationSender {
  /** Adds at most 50 annotations to a run that goes on. */
  readonly add: (annotations: readonly CheckAnnotation[]) => Promise<void>;
  /** Adds the last ones and concludes; `undelivered` of all were refused. */
  readonly conclude: (annotations: readonly CheckAnnotation[], undelivered: number) => Promise<void>;
  /** Annotations that are there, and whether the run is concluded. */
  readonly look: () => Promise<{ readonly present: readonly CheckAnnotation[]; readonly concluded: boolean }>;
}

const BATCH = 50;
const MAX_FAILURES = 4;
const LOOKS = 2;
const SECOND = 1000;

/** What a run shall have in the end, and what it has. */
export interface AnnotationState {
  readonly wanted: readonly CheckAnnotation[];
  readonly present: readonly CheckAnnotation[];
}

/**
 * Returns how many annotations GitHub refused; the run is concluded then. Throws GitHubError where it could not be: the
 * run is still in progress, and calling again goes on where this ended.
 */
export async function deliverAnnotations(
  state: AnnotationState,
  sender: AnnotationSender,
  wait: PublishTiming['wait'],
): Promise<number> {
  let accepted = state.wanted;
  let left = subtractAnnotations(accepted, state.present).missing;
  for (let failures = 0; ; ) {
    const batch = left.slice(0, BATCH);
    const isLast = left.length <= BATCH;
    const refused = state.wanted.length - accepted.length;
    try {
      await (isLast ? sender.conclude(batch, refused) : sender.add(batch));
      if (isLast) return refused;
      left = left.slice(BATCH);
    } catch (error) {
      if (isRefused(error) && batch.length > 0) {
        // One annotation GitHub does not take refuses its whole request; the conclusion must not wait for it.
        accepted = subtractAnnotations(accepted, batch).missing;
        left = left.slice(BATCH);
        continue;
      }
      failures += 1;
      if (!isFateUnknown(error) || failures >= MAX_FAILURES) throw error;
      const pause = (): Promise<void> => wait(failures * SECOND);
      const seen = await lookAgain({ wanted: accepted, left }, sender, pause);
      if (seen.concluded) return refused;
      left = seen.left;
    }
  }
}

interface Seen {
  readonly concluded: boolean;
  readonly left: readonly CheckAnnotation[];
}

/** Twice where the first look shows nothing new: GitHub may serve a read that is a moment old. */
async function lookAgain(
  { wanted, left }: { readonly wanted: readonly CheckAnnotation[]; readonly left: readonly CheckAnnotation[] },
  sender: AnnotationSender,
  wait: () => Promise<void>,
): Promise<Seen> {
  for (let look = 0; look < LOOKS; look += 1) {
    await wait();
    const { present, concluded } = await sender.look();
    const { missing } = subtractAnnotations(wanted, present);
    // More missing than before is an old read: what GitHub acknowledged is there.
    if (concluded || missing.length < left.length) return { concluded, left: missing };
  }
  return { concluded: false, left };
}

function isRefused(error: unknown): boolean {
  return error instanceof GitHubError && error.kind === 'invalid';
}
