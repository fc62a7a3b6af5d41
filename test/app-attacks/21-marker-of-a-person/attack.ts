/** Somebody's comment carries our hidden marker. */
import type { AppAttack } from '../app-attack.ts';
import { type AttackStage, HOLE } from '../attack-stage.ts';

const FORGED = 'Threatdiff: **success**, nothing blocks.\n\n<!-- threatdiff: summary -->\n';

export const attack: AppAttack = {
  held: { conclusion: 'failure', ours: 1, theirs: [FORGED] },
  run: (stage) => judge(stage, [FORGED]),
  twin: (stage) => judge(stage, []),
  twinHeld: { conclusion: 'failure', ours: 1, theirs: [] },
};

async function judge(stage: AttackStage, comments: readonly string[]): Promise<unknown> {
  const shop = stage.createShop();
  const head = shop.commit({ branch: 'hole', files: HOLE });
  const { number } = shop.openPullRequest({ head: 'hole', user: 'mallory' });
  for (const body of comments) shop.comment(number, 'mallory', body);
  await stage.hear();
  const ours = shop.state.comments.filter(({ app, body }) => app && body.includes('threatdiff: summary'));
  const theirs = shop.state.comments.filter(({ app }) => !app).map(({ body }) => body);
  return { conclusion: stage.conclusion(shop, head), ours: ours.length, theirs };
}
