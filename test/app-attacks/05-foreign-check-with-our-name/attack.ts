/** A workflow posts our check before we do. */
import type { AppAttack } from '../app-attack.ts';
import { HOLE } from '../attack-stage.ts';

export const attack: AppAttack = {
  held: { conclusion: 'failure', isTold: true, missing: ['threatdiff'] },
  run: async (stage) => {
    const shop = stage.createShop();
    shop.requireCheck({ context: 'threatdiff', appId: stage.standIn.appId });
    const head = shop.commit({ branch: 'hole', files: HOLE });
    await stage.postForeignCheck(shop, head);
    shop.openPullRequest({ head: 'hole', user: 'mallory' });
    await stage.hear();
    return { conclusion: stage.conclusion(shop, head), ...stage.foreignFacts(shop, head) };
  },
  twin: async (stage) => {
    const shop = stage.createShop();
    shop.requireCheck({ context: 'threatdiff', appId: stage.standIn.appId });
    const head = shop.commit({ branch: 'hole', files: HOLE });
    shop.openPullRequest({ head: 'hole', user: 'mallory' });
    await stage.hear();
    return { conclusion: stage.conclusion(shop, head), ...stage.foreignFacts(shop, head) };
  },
  twinHeld: { conclusion: 'failure', isTold: false, missing: ['threatdiff'] },
};
