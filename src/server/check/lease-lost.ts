/** Thrown where another process has taken over the commit: whatever was found out here must not be written any more. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';

  constructor(headSha: string) {
    super(`another process took over ${headSha.slice(0, 7)}`);
  }
}
