/** Holds the lease of a commit while a job runs: takes it, renews it, gives it back. */
import type { Lease } from '../../store/leases.ts';
import type { Store } from '../../store/store.ts';

export interface HeldLease {
  readonly lease: Lease;
  /** False once somebody else may have it. */
  readonly isHeld: () => boolean;
  readonly release: () => Promise<void>;
}

export interface LeaseTiming {
  /** How long a process that died keeps others out, milliseconds. */
  readonly milliseconds: number;
  readonly now: () => number;
}

/** Undefined while somebody else works on it. */
export async function holdLease(
  leases: Store['leases'],
  name: string,
  holder: string,
  { milliseconds, now }: LeaseTiming,
): Promise<HeldLease | undefined> {
  const first = await leases.acquire(name, holder, milliseconds);
  if (first === undefined) return undefined;
  let lease: Lease | undefined = first;
  let renewedAt = now();
  const renew = async () => {
    if (lease === undefined) return;
    const startedAt = now();
    try {
      lease = await leases.renew(lease, milliseconds);
      renewedAt = startedAt;
    } catch {
      // The database does not answer; until the lease ends it is ours all the same.
    }
  };
  const timer = setInterval(() => void renew(), milliseconds / 3);
  return {
    lease: first,
    isHeld: () => lease !== undefined && now() - renewedAt < milliseconds,
    release: async () => {
      clearInterval(timer);
      if (lease !== undefined) await leases.release(lease);
    },
  };
}
