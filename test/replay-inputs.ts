/** Runs the job again from recorded inputs, through their JSON, as `threatdiff diff --inputs` does. */
import { type CheckResult, checkPullRequest } from '../src/check-pull-request.ts';
import { InputsSnapshot } from '../src/source/inputs-snapshot.ts';
import { readInputs } from '../src/source/read-inputs.ts';
import { AS_OF, testPack } from './run-directories.ts';

const engine = 'threatdiff test';

/** The report of the replay, to be compared with that of the run it was recorded from. */
export async function replayInputs({ recordInputs }: CheckResult): Promise<CheckResult['report']> {
  const text = JSON.stringify(await recordInputs());
  const inputs = readInputs(text, { engine, rulePack: testPack().digest });
  const change = {
    before: inputs.before.map((tree) => new InputsSnapshot(tree)),
    after: new InputsSnapshot(inputs.after),
    description: { before: 'before', after: 'after' },
    close: () => Promise.resolve(),
  };
  const { policy, plans } = inputs;
  const replay = await checkPullRequest({ change, policy, plans, pack: testPack(), engine, asOf: AS_OF });
  return replay.report;
}
