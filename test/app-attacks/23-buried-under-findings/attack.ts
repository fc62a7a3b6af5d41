/** More findings than annotations fit. */
import type { AppAttack } from '../app-attack.ts';
import { HOLE, SAFE } from '../attack-stage.ts';

const QUEUES = 300;
/** Each is a finding of medium severity. */
const MANY = Array.from(
  { length: QUEUES },
  (_, index) => `resource "aws_sqs_queue" "q${index}" {\n  name = "q${index}"\n  sqs_managed_sse_enabled = false\n}\n`,
).join('');

export const attack: AppAttack = {
  held: { conclusion: 'failure', title: true, summary: true, annotation: true, comment: true },
  run: async (stage) => stage.prominence({ ...SAFE, 'a.tf': MANY, 'z.tf': holeAlone() }),
  twin: async (stage) => stage.prominence({ ...SAFE, 'z.tf': holeAlone() }),
};

function holeAlone(): string {
  return HOLE['main.tf'].slice(SAFE['main.tf'].length);
}
