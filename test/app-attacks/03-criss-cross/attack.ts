/** Two merges that cross have two merge bases; an author could choose which one counts. */
import type { AppAttack } from '../app-attack.ts';
import { HOLE, SAFE } from '../attack-stage.ts';

export const attack: AppAttack = {
  held: 'failure',
  run: async (stage) => {
    const shop = stage.createShop();
    const safe = shop.commit({ branch: 'safe', files: { 'README.md': 'words\n' } });
    const open = shop.commit({ branch: 'main', files: HOLE });
    shop.commit({ branch: 'main', files: SAFE, merges: [safe] });
    const head = shop.commit({ branch: 'crossed', from: safe, files: HOLE, merges: [open] });
    shop.openPullRequest({ head: 'crossed', user: 'mallory' });
    await stage.hear();
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
