/** What publishing needs to know of time, given by the door: nothing here has a clock. */
export interface PublishTiming {
  /** ISO 8601, UTC. */
  readonly now: () => string;
  /** Between looks after a request whose fate is not known. */
  readonly wait: (milliseconds: number) => Promise<void>;
}
