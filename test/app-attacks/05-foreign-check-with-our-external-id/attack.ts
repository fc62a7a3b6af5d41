/** A workflow posts our check, with the id by which we find our own work again. */
import type { AppAttack } from '../app-attack.ts';
import { HOLE } from '../attack-stage.ts';

export const attack: AppAttack = {
  held: { conclusion: 'failure', isTold: true, missing: ['threatdiff'] },
  run: async (stage) => {
    const shop = stage.createShop();
    // Whoever names no app in the rule gets the newest check of the name.
    shop.requireCheck({ context: 'threatdiff' });
    const head = shop.commit({ branch: 'hole', files: HOLE });
    shop.openPullRequest({ head: 'hole', user: 'mallory' });
    const deliveries = stage.standIn.takeRaised();
    await stage.hear(deliveries);
    const externalId = stage.ownCheck(shop, head)?.externalId ?? '';
    // The attacker needs no run of ours to know it; the App has not been there yet.
    shop.state.checkRuns.splice(0);
    await stage.postForeignCheck(shop, head, externalId);
    await stage.hear(deliveries);
    return { conclusion: stage.conclusion(shop, head), ...stage.foreignFacts(shop, head) };
  },
  twin: async (stage) => {
    const shop = stage.createShop();
    shop.requireCheck({ context: 'threatdiff' });
    const head = shop.commit({ branch: 'hole', files: HOLE });
    shop.openPullRequest({ head: 'hole', user: 'mallory' });
    await stage.hear();
    return { conclusion: stage.conclusion(shop, head), ...stage.foreignFacts(shop, head) };
  },
  twinHeld: { conclusion: 'failure', isTold: false, missing: ['threatdiff'] },
};
