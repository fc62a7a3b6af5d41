/**
 * Who may work on something right now, across replicas: one job per commit. A lease ends by itself, so it says who may
 * start, not that nobody else is still running; what a late holder writes is kept out by the fencing token.
 */

export interface Lease {
  readonly name: string;
  readonly holder: string;
  /** Larger than that of every earlier lease; goes with every write made under it. */
  readonly token: number;
  /** By the clock of the database. */
  readonly until: Date;
}

export interface Leases {
  /**
   * Takes the lease when it is free or has ended; one statement, so two callers never both get it.
   *
   * @param holder for people who look: who has it.
   * @returns undefined while somebody holds it, the same holder included.
   */
  acquire(name: string, holder: string, milliseconds: number): Promise<Lease | undefined>;
  /** Extends it from now. @returns undefined when somebody else has taken it since: stop. */
  renew(lease: Lease, milliseconds: number): Promise<Lease | undefined>;
  /** Gives it back; nothing happens when somebody else has taken it since. */
  release(lease: Lease): Promise<void>;
}
