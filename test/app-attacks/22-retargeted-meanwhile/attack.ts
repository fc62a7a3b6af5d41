/** Between the analysis and the conclusion the base moves. */
import type { AppAttack } from '../app-attack.ts';
import { HOLE } from '../attack-stage.ts';

export const attack: AppAttack = {
  held: 'failure',
  run: async (stage) => {
    const shop = stage.createShop();
    const head = shop.commit({ branch: 'hole', files: HOLE });
    shop.push('lax', head);
    const { number } = shop.openPullRequest({ head: 'hole', base: 'lax', user: 'mallory' });
    await stage.meanwhile(() => shop.retarget(number, 'main'));
    return stage.conclusion(shop, head);
  },
  twin: async (stage) => {
    const shop = stage.createShop();
    const head = shop.commit({ branch: 'hole', files: HOLE });
    shop.openPullRequest({ head: 'hole', user: 'mallory' });
    await stage.hear();
    return stage.conclusion(shop, head);
  },
};
