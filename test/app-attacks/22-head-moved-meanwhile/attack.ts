/** Between the analysis and the conclusion another pull request gets the commit for its head. */
import type { AppAttack } from '../app-attack.ts';
import { HOLE } from '../attack-stage.ts';

export const attack: AppAttack = {
  held: 'failure',
  run: async (stage) => {
    const shop = stage.createShop();
    shop.commit({ branch: 'harmless', files: { 'README.md': 'words\n' } });
    shop.openPullRequest({ head: 'harmless', user: 'mallory' });
    await stage.hear();
    const head = shop.commit({ branch: 'hole', from: 'harmless', files: HOLE });
    shop.push('lax', head);
    shop.openPullRequest({ head: 'hole', base: 'lax', user: 'mallory' });
    await stage.meanwhile(() => shop.push('harmless', head));
    return stage.conclusion(shop, head);
  },
  twin: async (stage) => {
    const shop = stage.createShop();
    const head = shop.commit({ branch: 'harmless', files: HOLE });
    shop.openPullRequest({ head: 'harmless', user: 'mallory' });
    await stage.hear();
    return stage.conclusion(shop, head);
  },
};
