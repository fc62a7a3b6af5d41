/** A secret that leaked, and was changed for that. */
import type { AppAttack } from '../app-attack.ts';
import { type AttackStage, HOLE } from '../attack-stage.ts';

export const attack: AppAttack = {
  held: { statuses: [401, 401], checks: 0 },
  run: (stage) => send(stage, 'the secret of before'),
  twin: (stage) => send(stage, ''),
};

async function send(stage: AttackStage, secret: string): Promise<unknown> {
  const shop = stage.createShop();
  shop.commit({ branch: 'hole', files: HOLE });
  shop.openPullRequest({ head: 'hole', user: 'mallory' });
  const statuses = await stage.hear(stage.standIn.takeRaised({ secret }));
  return { statuses, checks: shop.state.checkRuns.length };
}
