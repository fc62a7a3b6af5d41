/** Replays that look new to whoever counts delivery ids. */
import { signDelivery } from '../../github/webhooks/delivery.ts';
import type { AppAttack } from '../app-attack.ts';
import { type AttackStage, HOLE } from '../attack-stage.ts';

const ONCE = { runs: ['failure'], comments: 1 };

export const attack: AppAttack = {
  held: { ...ONCE, changed: false },
  run: (stage) => judge(stage, 2),
  twin: (stage) => judge(stage, 0),
};

async function judge(stage: AttackStage, replays: number): Promise<unknown> {
  const { standIn } = stage;
  const shop = stage.createShop();
  const head = shop.commit({ branch: 'hole', files: HOLE });
  shop.openPullRequest({ head: 'hole', user: 'mallory' });
  const deliveries = standIn.takeRaised();
  await stage.hear(deliveries);
  const state = () => JSON.stringify([shop.state.checkRuns, shop.state.comments]);
  const before = state();
  const { webhookSecret: secret, appId } = standIn;
  for (let replay = 0; replay < replays; replay += 1) {
    const again = deliveries.map(({ event, body }) => signDelivery(event, JSON.parse(body), { secret, appId }));
    await stage.hear(again);
  }
  const runs = shop.checkRuns(head).map(({ conclusion }) => conclusion);
  return { runs, comments: shop.state.comments.length, changed: state() !== before };
}
