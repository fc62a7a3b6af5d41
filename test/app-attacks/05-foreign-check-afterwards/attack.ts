/** A workflow posts our check when ours has failed. */
import type { AppAttack } from '../app-attack.ts';
import { HOLE } from '../attack-stage.ts';

export const attack: AppAttack = {
  held: { runs: ['failure'], isTold: true, missing: ['threatdiff'] },
  run: async (stage) => {
    const shop = stage.createShop();
    shop.requireCheck({ context: 'threatdiff', appId: stage.standIn.appId });
    const head = shop.commit({ branch: 'hole', files: HOLE });
    shop.openPullRequest({ head: 'hole', user: 'mallory' });
    await stage.hear();
    const checkRun = await stage.postForeignCheck(shop, head);
    for (const action of ['created', 'completed'] as const) {
      const details = { action, repository: shop.fullName, checkRun, sender: 'mallory' };
      await stage.hear([stage.standIn.prepare('check_run', details)]);
    }
    const runs = shop.checkRuns(head).filter(({ app }) => app);
    return { runs: runs.map(({ conclusion }) => conclusion), ...stage.foreignFacts(shop, head) };
  },
  twin: async (stage) => {
    const shop = stage.createShop();
    shop.requireCheck({ context: 'threatdiff', appId: stage.standIn.appId });
    const head = shop.commit({ branch: 'hole', files: HOLE });
    shop.openPullRequest({ head: 'hole', user: 'mallory' });
    await stage.hear();
    return { runs: [stage.conclusion(shop, head)], ...stage.foreignFacts(shop, head) };
  },
  twinHeld: { runs: ['failure'], isTold: false, missing: ['threatdiff'] },
};
