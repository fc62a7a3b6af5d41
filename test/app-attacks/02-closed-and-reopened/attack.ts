/** The verdict of a moment in which the strict pull request was closed must not stay. */
import type { RepositoryHandle } from '../../github/repository-handle.ts';
import type { AppAttack } from '../app-attack.ts';
import { type AttackStage, HOLE } from '../attack-stage.ts';

export const attack: AppAttack = {
  held: ['failure', 'success', 'failure'],
  run: async (stage) => {
    const { shop, head, strict } = await openBoth(stage);
    const seen = [stage.conclusion(shop, head)];
    for (const press of [() => shop.closePullRequest(strict), () => shop.reopenPullRequest(strict)]) {
      press();
      await stage.hear();
      seen.push(stage.conclusion(shop, head));
    }
    return seen;
  },
  twin: async (stage) => {
    const { shop, head } = await openBoth(stage);
    return stage.conclusion(shop, head);
  },
  twinHeld: 'failure',
};

interface Opened {
  readonly shop: RepositoryHandle;
  readonly head: string;
  readonly strict: number;
}

async function openBoth(stage: AttackStage): Promise<Opened> {
  const shop = stage.createShop();
  const head = shop.commit({ branch: 'hole', files: HOLE });
  shop.push('lax', head);
  const { number: strict } = shop.openPullRequest({ head: 'hole', user: 'mallory' });
  shop.openPullRequest({ head: 'hole', base: 'lax', user: 'mallory' });
  await stage.hear();
  return { shop, head, strict };
}
