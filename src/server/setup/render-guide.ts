/**
 * The page people see after they installed the App: what to do next. Everybody may open it, so it says the same to all:
 * it asks GitHub nothing and says nothing about an installation.
 */
import { policySchema } from '../../config/schema.ts';
import { escapeHtml } from '../../reporters/html/escape-html.ts';
import type { SetupAnswer } from './setup-answer.ts';
import { setupPage } from './setup-page.ts';

export interface Guide {
  readonly appId: number;
  readonly checkName: string;
  /** There are details for the operator. */
  readonly hasDetails: boolean;
  /** Out of the address, so only a hint; undefined where it is none. */
  readonly installationId: number | undefined;
  /** An owner of the organisation still has to agree. */
  readonly isRequested: boolean;
}

export function renderGuide({ appId, checkName, hasDetails, installationId, isRequested }: Guide): SetupAnswer {
  const check = `<code>${escapeHtml(checkName)}</code>`;
  const name = checkName === 'threatdiff' ? '' : ` --check-name ${JSON.stringify(checkName)}`;
  const command = `threatdiff doctor --repository OWNER/NAME --app-id ${appId}${name}`;
  const { days, pull_requests: pullRequests } = policySchema.parse({ version: 1 }).observe;
  const query = installationId === undefined ? '' : `?installation_id=${installationId}`;
  const details = `<p>Who runs this App sees <a href="/setup/details${query}">the details of the installation</a>.</p>`;
  const title = isRequested ? 'An owner has to agree' : 'What to do next';
  return setupPage(title, [
    ...(isRequested
      ? ['<p>The installation was asked for. Once an owner of the organisation agrees, go on here.</p>']
      : []),
    '<ol>',
    `<li><b>Open a pull request.</b> At first the check only observes: it says what it would have blocked, and holds nothing up. It begins to hold by itself, after ${days} days or ${pullRequests} pull requests of a repository unless your policy says otherwise.</li>`,
    `<li><b>Require the check</b> ${check}: <i>Settings → Rules → Rulesets → Require status checks to pass</i>. As its source choose this App (number ${appId}), not “any source”: a workflow of a pull request could post a green one.</li>`,
    '<li><b>Look whether it holds.</b> With a token of yours in <code>GITHUB_TOKEN</code>:',
    `<pre>${escapeHtml(command, 500)}</pre></li>`,
    '<li><b>End the observation</b> when you trust it: write <code>mode: enforce</code> into <code>.github/threatdiff.yml</code> on the default branch, or into <code>threatdiff.yml</code> of the organisation’s policy repository.</li>',
    '</ol>',
    '<p>No rule, no name and no setting of a repository is shown on this page, because everybody may open it.</p>',
    ...(hasDetails ? [details] : []),
  ]);
}
