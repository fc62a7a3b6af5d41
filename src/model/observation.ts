/**
 * The first days of a new installation of the App, in which the check says what it would have done. `src/config/` decides
 * whether they last; only what an administrator does can start them. Types only.
 */

/** What GitHub says of an installation that may be new. What is missing could not be read. */
export interface InstallationFacts {
  /** `YYYY-MM-DD`, UTC. */
  readonly installedOn?: string;
  /** Opened in the repository since then, this one included; counted up to a bound. */
  readonly pullRequests?: number;
}

/** The check observes. It ends with the day or with the pull requests, whichever comes first. */
export interface Observation {
  /** Last day, `YYYY-MM-DD`, UTC. */
  readonly until: string;
  /** That may still be opened. */
  readonly pullRequestsLeft: number;
}
