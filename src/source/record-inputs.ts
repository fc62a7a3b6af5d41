/** Puts recorded trees and policy into `inputs.json`'s shape. */
import type { RecordedInputs } from '../model/inputs.ts';
import type { RecordingSnapshot } from './recording-snapshot.ts';

/** Everything that was read, ready to be written; replaying it gives the same report. */
export async function recordInputs(
  identity: Pick<RecordedInputs, 'engine' | 'rulePack' | 'asOf' | 'policy' | 'plans'>,
  before: readonly RecordingSnapshot[],
  after: RecordingSnapshot,
): Promise<RecordedInputs> {
  return {
    schema: 'https://threatdiff.dev/schemas/inputs/1',
    ...identity,
    before: await Promise.all(before.map((snapshot) => snapshot.recorded())),
    after: await after.recorded(),
  };
}
