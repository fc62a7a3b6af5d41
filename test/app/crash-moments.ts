/** The moments at which a process of the App is killed, and how a test knows that one has come. Kills nothing itself. */
import type { RepositoryHandle } from '../github/repository-handle.ts';
import type { GitHubStandIn } from '../github/stand-in.ts';
import { waitFor } from './start-app.ts';

export const CRASH_TIMEOUT = 120_000;

export interface CrashMoment {
  readonly name: string;
  /** Never answered, so that the moment lasts until the kill. */
  readonly hangs?: string;
  /** Resolves at the moment. */
  readonly arrive: (place: CrashPlace, acknowledged: Promise<unknown>) => Promise<unknown>;
}

export interface CrashPlace {
  readonly standIn: GitHubStandIn;
  readonly repository: RepositoryHandle;
}

/** Of a repository. */
export const requestsOf = ({ fullName }: RepositoryHandle): RegExp => new RegExp(`^/repos/${fullName}/`);

const seen =
  (operation: string) =>
  ({ standIn, repository }: CrashPlace) => {
    const path = requestsOf(repository);
    const isSeen = () => standIn.requests().some((each) => each.operation === operation && path.test(each.path));
    return waitFor(() => Promise.resolve(isSeen()), CRASH_TIMEOUT);
  };

export const CRASH_MOMENTS: readonly CrashMoment[] = [
  { name: 'before the acknowledgement', arrive: () => Promise.resolve() },
  { name: 'after the acknowledgement', hangs: 'checks/list-for-ref', arrive: (_place, acknowledged) => acknowledged },
  { name: 'after the check is created', hangs: 'git/get-tree', arrive: seen('checks/create') },
  { name: 'during the analysis', hangs: 'issues/list-comments', arrive: seen('git/get-tree') },
  { name: 'during the comments', hangs: 'checks/update', arrive: seen('issues/create-comment') },
];
