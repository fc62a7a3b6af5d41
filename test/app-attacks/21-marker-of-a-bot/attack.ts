/** A workflow's comment carries our hidden marker. */
import { tokenClient } from '../../github/test-clients.ts';
import type { AppAttack } from '../app-attack.ts';
import { type AttackStage, HOLE } from '../attack-stage.ts';

const FORGED = 'Threatdiff: **success**, nothing blocks.\n\n<!-- threatdiff: summary -->\n';

export const attack: AppAttack = {
  held: { conclusion: 'failure', ours: 1, theirs: [FORGED] },
  run: (stage) => judge(stage, [FORGED]),
  twin: (stage) => judge(stage, []),
  twinHeld: { conclusion: 'failure', ours: 1, theirs: [] },
};

async function judge(stage: AttackStage, comments: readonly string[]): Promise<unknown> {
  const { standIn } = stage;
  const shop = stage.createShop();
  const head = shop.commit({ branch: 'hole', files: HOLE });
  const { number } = shop.openPullRequest({ head: 'hole', user: 'mallory' });
  const workflow = tokenClient(standIn, standIn.createActionsToken(shop.fullName, { pull_requests: 'write' }));
  const at = { owner: shop.owner, repo: shop.name, issue_number: number };
  for (const body of comments) await workflow.rest.issues.createComment({ ...at, body });
  await stage.hear();
  const ours = shop.state.comments.filter(({ user }) => user === standIn.botLogin);
  const theirs = shop.state.comments.filter(({ user }) => user !== standIn.botLogin).map(({ body }) => body);
  return { conclusion: stage.conclusion(shop, head), ours: ours.length, theirs };
}
