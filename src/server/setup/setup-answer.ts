/** What the set-up page answers with. Types only. */
export interface SetupAnswer {
  readonly status: number;
  readonly text: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
