/** Names as long as a whole comment may be. */
import type { AppAttack } from '../app-attack.ts';
import { HOLE, SAFE } from '../attack-stage.ts';

export const attack: AppAttack = {
  held: { conclusion: 'failure', title: true, summary: true, annotation: true, comment: true },
  run: async (stage) => stage.prominence(filesWith('n'.repeat(60_000))),
  twin: async (stage) => stage.prominence(filesWith('n')),
};

function filesWith(name: string): Readonly<Record<string, string>> {
  const queue = `resource "aws_sqs_queue" "${name}" {\n  name = "${name}"\n  sqs_managed_sse_enabled = false\n}\n`;
  const hole = HOLE['main.tf'].slice(SAFE['main.tf'].length).replaceAll('"web"', `"${name}"`);
  return { ...SAFE, 'a.tf': queue, 'z.tf': hole };
}
