/** One head, two pull requests: the lax one second. */
import type { AppAttack } from '../app-attack.ts';
import { HOLE } from '../attack-stage.ts';

export const attack: AppAttack = {
  held: ['failure', 'failure'],
  run: async (stage) => {
    const shop = stage.createShop();
    const head = shop.commit({ branch: 'hole', files: HOLE });
    shop.openPullRequest({ head: 'hole', user: 'mallory' });
    await stage.hear();
    const alone = stage.conclusion(shop, head);
    shop.push('lax', head);
    shop.openPullRequest({ head: 'hole', base: 'lax', user: 'mallory' });
    await stage.hear();
    return [alone, stage.conclusion(shop, head)];
  },
  twin: async (stage) => {
    const shop = stage.createShop();
    const head = shop.commit({ branch: 'hole', files: HOLE });
    shop.openPullRequest({ head: 'hole', user: 'mallory' });
    await stage.hear();
    return stage.conclusion(shop, head);
  },
  twinHeld: 'failure',
};
