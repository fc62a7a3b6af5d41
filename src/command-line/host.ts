/** Everything a command may use of the world around it. The entry fills it in; tests hand in their own. */
import type { HostEnvironment } from '../source/git-environment.ts';

export interface OutputStream {
  readonly isTerminal: boolean;
  /** Of a terminal that says how wide it is. */
  readonly columns?: number;
  /** Resolves when the text was taken, also when nobody reads any more. */
  write(text: string): Promise<void>;
}

export interface Host {
  readonly environment: HostEnvironment;
  /** Working directory; relative paths of options are relative to it. */
  readonly directory: string;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** Milliseconds since 1970. For the default day, for progress and for `run.json`; never for the report. */
  readonly now: () => number;
  /** The rule pack that belongs to this build. */
  readonly rulePackFile: string;
  readonly version: string;
}
