/** No verdict: the worker died, took too long, or the source could not be read. `message` is said in the check. */
export class AnalysisFailed extends Error {
  override readonly name = 'AnalysisFailed';
  /** For the log only: may hold a stack. */
  readonly detail: string | undefined;

  constructor(message: string, detail?: string, options?: ErrorOptions) {
    super(message, options);
    this.detail = detail;
  }
}
