/** A live waiver in the history of the branch. */
import type { RepositoryHandle } from '../../github/repository-handle.ts';
import type { AppAttack } from '../app-attack.ts';
import { type AttackStage, HOLE, SAFE } from '../attack-stage.ts';

const WAIVERS = '.github/threatdiff-waivers.yml';
const WAIVED = `waivers:
  - rule: aws-security-group-open-admin-port
    unit: .
    address: aws_security_group.web
    reason: The bastion moves next week.
    owner: "@acme/appsec"
    expires: ${new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)}
    evidence: e44653b223f3
`;

export const attack: AppAttack = {
  held: 'failure',
  run: (stage) => judgeFrom(stage, (shop) => shop.tip()),
  twin: (stage) => judgeFrom(stage, () => 'main'),
};

async function judgeFrom(stage: AttackStage, begin: (shop: RepositoryHandle) => string): Promise<unknown> {
  const shop = stage.createShop({ ...SAFE, [WAIVERS]: WAIVED });
  const from = begin(shop);
  shop.commit({ branch: 'main', files: { [WAIVERS]: null } });
  // All of that was half a year ago.
  stage.standIn.takeRaised();
  const head = shop.commit({ branch: 'long-ago', from, files: HOLE });
  shop.openPullRequest({ head: 'long-ago', user: 'mallory' });
  await stage.hear();
  return stage.conclusion(shop, head);
}
