/** Judged under a policy that is gone. */
import type { AppAttack } from '../app-attack.ts';
import { HOLE, SAFE } from '../attack-stage.ts';

const POLICY = '.github/threatdiff.yml';
const ENFORCE = { [POLICY]: 'version: 1\nmode: enforce\n' };

export const attack: AppAttack = {
  held: ['neutral', 'failure'],
  run: async (stage) => {
    const shop = stage.createShop({ ...SAFE, [POLICY]: 'version: 1\nmode: monitor\n' });
    const head = shop.commit({ branch: 'hole', files: HOLE });
    shop.openPullRequest({ head: 'hole', user: 'mallory' });
    await stage.hear();
    const before = stage.conclusion(shop, head);
    shop.commit({ branch: 'main', files: ENFORCE });
    await stage.hear();
    return [before, stage.conclusion(shop, head)];
  },
  twin: async (stage) => {
    const shop = stage.createShop({ ...SAFE, ...ENFORCE });
    const head = shop.commit({ branch: 'hole', files: HOLE });
    shop.openPullRequest({ head: 'hole', user: 'mallory' });
    await stage.hear();
    return stage.conclusion(shop, head);
  },
  twinHeld: 'failure',
};
