/** Which check run is meant: our own, by name and external id, on one commit. */
export interface CheckRunTarget {
  readonly owner: string;
  readonly repo: string;
  readonly headSha: string;
  /** What branch rules require; the same for every commit. */
  readonly name: string;
  /**
   * Names the work: the same for every delivery and retry of it, another one for work with other inputs (a moved base,
   * another policy, a re-run somebody asked for). GitHub only adds annotations, so other results need another run.
   */
  readonly externalId: string;
  /** Of our own App. */
  readonly appId: number;
  readonly detailsUrl?: string | undefined;
}
