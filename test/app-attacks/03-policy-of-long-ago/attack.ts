/** A laxer policy in the history of the branch. */
import type { RepositoryHandle } from '../../github/repository-handle.ts';
import type { AppAttack } from '../app-attack.ts';
import { type AttackStage, HOLE, SAFE } from '../attack-stage.ts';

const POLICY = '.github/threatdiff.yml';

export const attack: AppAttack = {
  held: 'failure',
  run: (stage) => judgeFrom(stage, (shop) => shop.tip()),
  twin: (stage) => judgeFrom(stage, () => 'main'),
};

async function judgeFrom(stage: AttackStage, begin: (shop: RepositoryHandle) => string): Promise<unknown> {
  const shop = stage.createShop({ ...SAFE, [POLICY]: 'version: 1\nmode: monitor\n' });
  const from = begin(shop);
  shop.commit({ branch: 'main', files: { [POLICY]: 'version: 1\nmode: enforce\n' } });
  // All of that was half a year ago.
  stage.standIn.takeRaised();
  const head = shop.commit({ branch: 'long-ago', from, files: HOLE });
  shop.openPullRequest({ head: 'long-ago', user: 'mallory' });
  await stage.hear();
  return stage.conclusion(shop, head);
}
