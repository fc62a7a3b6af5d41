/** Two repositories share the quota of one installation. */
import type { AppAttack } from '../app-attack.ts';
import { type AttackStage, HOLE } from '../attack-stage.ts';

const REQUESTS_AN_HOUR = 60;
/** Far more than that pays for. */
const PUSHES = 16;

export const attack: AppAttack = {
  held: { pushes: 'waiting', quiet: 'failure' },
  run: async (stage) => {
    const pushes = await pushWithoutEnd(stage, 'umbrella');
    return { pushes, quiet: await judgeOne(stage, 'umbrella') };
  },
  twin: async (stage) => {
    stage.standIn.install({ account: 'umbrella-twin', rateLimit: REQUESTS_AN_HOUR });
    return { quiet: await judgeOne(stage, 'umbrella-twin') };
  },
  twinHeld: { quiet: 'failure' },
};

/** What is not paid for is left pending, which satisfies no rule. */
async function pushWithoutEnd(stage: AttackStage, owner: string): Promise<string> {
  stage.standIn.install({ account: owner, rateLimit: REQUESTS_AN_HOUR });
  const shop = stage.createShop(undefined, owner);
  const heads: string[] = [];
  for (let push = 0; push < PUSHES; push += 1) {
    heads.push(shop.commit({ branch: `push-${push}`, files: { 'README.md': `${push}\n` } }));
    shop.openPullRequest({ head: `push-${push}`, user: 'mallory' });
  }
  await stage.hear();
  return heads.some((head) => !stage.conclusion(shop, head)) ? 'waiting' : 'judged';
}

async function judgeOne(stage: AttackStage, owner: string): Promise<unknown> {
  const shop = stage.createShop(undefined, owner);
  const head = shop.commit({ branch: 'hole', files: HOLE });
  shop.openPullRequest({ head: 'hole' });
  await stage.hear();
  return stage.conclusion(shop, head);
}
