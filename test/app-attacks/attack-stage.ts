/**
 * What attackers and their twins work with: a repository of their own, an App that hears of it, and a look at what
 * people see. Knows no attack.
 */
import { OPEN_SSH, SAFE_QUEUE } from '../app/sources.ts';
import { type TestApp, waitFor } from '../app/start-app.ts';
import type { RepositoryHandle } from '../github/repository-handle.ts';
import type { GitHubStandIn } from '../github/stand-in.ts';
import type { CheckRun } from '../github/state/state.ts';
import { tokenClient } from '../github/test-clients.ts';
import type { Delivery } from '../github/webhooks/delivery.ts';

/** Files of a repository: nothing to find, and a hole that blocks. */
export const SAFE = { 'main.tf': SAFE_QUEUE };
export const HOLE = { 'main.tf': OPEN_SSH };

export class AttackStage {
  readonly app: TestApp;
  readonly #name: string;
  #count = 0;

  constructor(app: TestApp, name: string) {
    this.app = app;
    this.#name = name;
  }

  get standIn(): GitHubStandIn {
    return this.app.standIn;
  }

  createShop(files: Readonly<Record<string, string>> = SAFE, owner = 'acme'): RepositoryHandle {
    this.#count += 1;
    return this.standIn.createRepository({ owner, name: `${this.#name}-${this.#count}`, files });
  }

  /** Lets the App hear of everything that happened, and waits until it has nothing left to do. */
  async hear(deliveries: readonly Delivery[] = this.standIn.takeRaised()): Promise<readonly number[]> {
    const sent = await this.standIn.send(`${this.app.url}/api/github/webhooks`, deliveries);
    await this.app.settle();
    return sent.map(({ status }) => status);
  }

  /** The App's own newest check of a commit, as branch rules see it. */
  ownCheck(shop: RepositoryHandle, commit: string): CheckRun | undefined {
    return shop.checkRuns(commit).findLast(({ app }) => app);
  }

  /** `failure`; null while it is not concluded. */
  conclusion(shop: RepositoryHandle, commit: string): string | null | undefined {
    return this.ownCheck(shop, commit)?.conclusion;
  }

  /** A workflow of the repository with `checks: write` posts a success under our name; gives its id. */
  async postForeignCheck(shop: RepositoryHandle, commit: string, externalId?: string): Promise<number> {
    const token = this.standIn.createActionsToken(shop.fullName, { checks: 'write' });
    const { data } = await tokenClient(this.standIn, token).rest.checks.create({
      ...{ owner: shop.owner, repo: shop.name, name: 'threatdiff', head_sha: commit },
      ...{ status: 'completed', conclusion: 'success', output: { title: 'success: nothing blocks', summary: 'Fine.' } },
      ...(externalId === undefined ? {} : { external_id: externalId }),
    });
    return data.id;
  }

  /** Whether our check tells of another app's, once; and which required checks are missing. */
  foreignFacts(shop: RepositoryHandle, commit: string): { isTold: boolean; missing: readonly string[] } {
    const summary = this.ownCheck(shop, commit)?.output.summary ?? '';
    const times = summary.split('Another app reports a check named `threatdiff`').length - 1;
    return { isTold: times === 1, missing: shop.missingChecks(commit) };
  }

  /** Whether the one blocker of these files comes first wherever people look. */
  async prominence(files: Readonly<Record<string, string>>): Promise<Readonly<Record<string, unknown>>> {
    const shop = this.createShop();
    const head = shop.commit({ branch: 'hole', files });
    shop.openPullRequest({ head: 'hole', user: 'mallory' });
    await this.hear();
    const check = this.ownCheck(shop, head);
    const [annotation] = check?.annotations ?? [];
    const comment = shop.state.comments.find(({ app }) => app)?.body ?? '';
    const comesFirst = (text: string) => {
      const [blocker, other] = ['reach port 22', 'unencrypted at rest'].map((words) => text.indexOf(words));
      return blocker !== undefined && blocker >= 0 && (other === -1 || blocker < (other ?? -1));
    };
    return {
      conclusion: check?.conclusion,
      title: /^failure: .+1 blocking/.test(check?.output.title ?? ''),
      summary: comesFirst(check?.output.summary ?? ''),
      annotation: annotation?.path === 'z.tf' && annotation.annotation_level === 'failure',
      comment: comesFirst(comment),
    };
  }

  /**
   * Acts between the first look and the conclusion: after the check began, while trees are read. The webhooks of what
   * `act` does are lost, so that only a last look can notice it.
   */
  async meanwhile(act: () => void): Promise<void> {
    const { standIn } = this;
    standIn.forgetRequests();
    standIn.fail({ kind: 'slow', match: { operation: 'git/get-tree' }, delay: 400, times: 1 });
    const heard = this.hear();
    await waitFor(() => Promise.resolve(standIn.requests().some(({ operation }) => operation === 'checks/create')));
    act();
    standIn.takeRaised();
    await heard;
    standIn.clearFaults();
  }
}
