/** An accepted risk: who, why, until when, and on which evidence. Read from the policy tip only, never from the head. */

export interface Waiver {
  readonly rule: string;
  readonly unit: string;
  readonly address: string;
  readonly reason: string;
  readonly owner: string;
  /** Last day it holds, `YYYY-MM-DD`, in UTC. */
  readonly expires: string;
  /** Evidence hash it was given for; other evidence is not waived. */
  readonly evidence: string;
  readonly environment?: string;
  readonly discriminator?: string;
  /** Line of the entry in its file. */
  readonly line: number;
  readonly file: string;
}
