/** Whether GitHub reaches the server: the address it sends to, and how the last deliveries were answered. */
import type { GitHubClient } from '../github/github-client.ts';
import type { Diagnosis } from './diagnosis.ts';
import { look } from './look.ts';

const ABOUT = 'webhooks';
const LOOKED_AT = 50;
const HOW = 'See "Advanced" on the page of the App; deliveries can be sent again there.';

/** Two requests. @param app the App itself, without an installation */
export async function diagnoseWebhooks(app: GitHubClient): Promise<readonly Diagnosis[]> {
  const [config, deliveries] = await Promise.all([
    look(app.call('read where webhooks are sent', (octokit) => octokit.rest.apps.getWebhookConfigForApp())),
    look(
      app.call('list the last deliveries of webhooks', (octokit) =>
        octokit.rest.apps.listWebhookDeliveries({ per_page: LOOKED_AT }),
      ),
    ),
  ]);
  const address = config.kind === 'seen' ? judgeAddress(config.value.data) : [unknown(config.why)];
  const answers = deliveries.kind === 'seen' ? [judgeAnswers(deliveries.value.data)] : [unknown(deliveries.why)];
  return [...address, ...answers];
}

function judgeAddress(config: {
  readonly url?: string;
  readonly insecure_ssl?: string | number;
}): readonly Diagnosis[] {
  const { url } = config;
  if (url === undefined || url === '') {
    const says = 'The App has no address for webhooks: pull requests are only found by the sweep, minutes later.';
    return [{ about: ABOUT, state: 'problem', says, remedy: 'Set https://YOUR-HOST/api/github/webhooks on its page.' }];
  }
  if (String(config.insecure_ssl ?? '0') === '0' && url.startsWith('https:')) return [];
  const says = 'Webhooks are sent without a checked certificate: whoever is on the way can read them.';
  return [{ about: ABOUT, state: 'warning', says, remedy: 'Use https, and turn on "Enable SSL verification".' }];
}

interface Delivery {
  /** 0 where nobody answered. */
  readonly status_code: number;
}

function judgeAnswers(deliveries: readonly Delivery[]): Diagnosis {
  const failed = deliveries.filter(({ status_code: status }) => status < 200 || status >= 300);
  if (deliveries.length === 0) {
    const says = 'GitHub has sent no webhook lately, so nobody knows whether they arrive.';
    return { about: ABOUT, state: 'warning', says, remedy: 'Open a pull request, and look again.' };
  }
  if (failed.length === 0) {
    const some = deliveries.length === 1 ? 'The last webhook' : `The last ${deliveries.length} webhooks`;
    return { about: ABOUT, state: 'ok', says: `${some} arrived.` };
  }
  const statuses = new Map<number, number>();
  for (const { status_code: status } of failed) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const words = [...statuses].map(
    ([status, count]) => `${count} ${status === 0 ? 'not answered' : `answered ${status}`}`,
  );
  // The newest comes first: what failed before an answer that is right was repaired.
  const state = failed.includes(deliveries[0] as Delivery) ? 'problem' : 'warning';
  const some =
    deliveries.length === 1 ? 'The last webhook' : `Of the last ${deliveries.length} webhooks ${failed.length}`;
  const says = `${some} failed: ${words.join(', ')}.`;
  return { about: ABOUT, state, says, remedy: HOW };
}

function unknown(why: string): Diagnosis {
  return { about: ABOUT, state: 'unknown', says: why };
}
