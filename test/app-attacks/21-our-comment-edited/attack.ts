/** A maintainer edits our comment. */
import type { AppAttack } from '../app-attack.ts';
import { type AttackStage, HOLE } from '../attack-stage.ts';

const EDITED = 'Threatdiff: **success**, waived by everybody.\n\n<!-- threatdiff: summary -->\n';

export const attack: AppAttack = {
  held: { conclusion: 'failure', comments: 1, isOurs: true },
  run: (stage) => judge(stage, EDITED),
  twin: (stage) => judge(stage, undefined),
};

async function judge(stage: AttackStage, edited: string | undefined): Promise<unknown> {
  const shop = stage.createShop();
  shop.commit({ branch: 'hole', files: HOLE });
  shop.openPullRequest({ head: 'hole', user: 'mallory' });
  await stage.hear();
  for (const comment of shop.state.comments) comment.body = edited ?? comment.body;
  const head = shop.commit({ branch: 'hole', files: { 'README.md': 'words\n' } });
  await stage.hear();
  const [comment] = shop.state.comments;
  const isOurs = comment?.body.includes('waived by everybody') === false && comment.body.includes('port 22');
  return { conclusion: stage.conclusion(shop, head), comments: shop.state.comments.length, isOurs };
}
