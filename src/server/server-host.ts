/** What the server needs of the process it runs in. The entry fills it in; tests hand in their own. */
import type { Log } from './log.ts';

export interface ServerHost {
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly rulePackFile: string;
  readonly workerFile: URL;
  readonly version: string;
  /** For people who look at leases. */
  readonly holder: string;
  /** Another process took the embedded database: this one has to end. */
  readonly onLost: (error: Error) => void;
  /** Milliseconds between two requests that change something; as GitHub asks where left out. */
  readonly writePause?: number;
  /** Length of a second of every wait for GitHub, milliseconds; only tests have other seconds than 1,000. */
  readonly second?: number;
}
