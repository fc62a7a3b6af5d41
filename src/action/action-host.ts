/** Everything the Action may use of the world around it. The entry fills it in; tests hand in their own. Does nothing. */

export type Environment = Readonly<Record<string, string | undefined>>;

export type AnnotationLevel = 'error' | 'warning' | 'notice';

/** As `@actions/core` takes it; lines start at 1, ends included. */
export interface AnnotationPlace {
  readonly title: string;
  readonly file?: string;
  readonly startLine?: number;
  readonly endLine?: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
}

/** The runner that started us: its workflow commands and its files. */
export interface Runner {
  /** Hides a text in every log from here on. */
  mask(secret: string): void;
  annotate(level: AnnotationLevel, message: string, place: AnnotationPlace): void;
  setOutput(name: string, value: string): void;
  /** One line; made harmless by the caller, because the runner looks for commands in it. */
  log(line: string): void;
  /** Markdown, at most 1 MiB. */
  writeSummary(markdown: string): Promise<void>;
}

export interface ActionHost {
  readonly environment: Environment;
  readonly runner: Runner;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The rule pack that belongs to this build. */
  readonly rulePackFile: string;
  readonly version: string;
  /** Length of a second of every wait for GitHub, milliseconds; only tests have other seconds than 1,000. */
  readonly second?: number;
}
