/**
 * `npm run demo`: the sample pull request of a small shop, from the command line and through the App. For the App it
 * starts a local stand-in of GitHub and the server with its embedded database, delivers the signed webhooks, waits for
 * the required check and prints what a reader of the pull request would see. Stops all it started.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { readFolder } from '../test/github/git/read-folder.ts';
import type { RepositoryHandle } from '../test/github/repository-handle.ts';
import { GitHubStandIn } from '../test/github/stand-in.ts';
import type { CheckRun } from '../test/github/state/state.ts';
import { runCommandLineDemo } from './run-command-line-demo.ts';
import { type StartedApp, startApp } from './start-app.ts';

const root = join(import.meta.dirname, '..');
const shopFolder = join(root, 'test/golden/shop');
const reports = join(root, 'threatdiff-report');
const MOST_SECONDS = 60;

interface Opened {
  readonly shop: RepositoryHandle;
  readonly head: string;
  readonly number: number;
}

function openPullRequest(standIn: GitHubStandIn): Opened {
  standIn.install({ account: 'acme' });
  const shop = standIn.createRepository({ owner: 'acme', name: 'shop', folder: join(shopFolder, 'base') });
  shop.requireCheck({ context: 'threatdiff', appId: standIn.appId });
  const head = shop.commit({ branch: 'refunds', files: readFolder(join(shopFolder, 'head')) });
  const { number } = shop.openPullRequest({ head: 'refunds', user: 'ann' });
  return { shop, head, number };
}

/** The check of the commit, once it is concluded. */
async function waitForCheck({ shop, head }: Opened): Promise<CheckRun> {
  const end = Date.now() + MOST_SECONDS * 1000;
  while (Date.now() < end) {
    const check = shop.checkRuns(head).at(-1);
    if (check?.status === 'completed') return check;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the check was not concluded within ${MOST_SECONDS} s`);
}

/** The conversation as its readers see it, and as files. */
function showConversation({ shop, head, number }: Opened, check: CheckRun): void {
  const comment = shop.state.comments.find(({ issue }) => issue === number);
  console.log(`acme/shop#${number}  check "${check.name}": ${check.conclusion}  ${check.output.title ?? ''}\n`);
  for (const { path, start_line, annotation_level, message } of check.annotations) {
    console.log(`  ${path}:${start_line}  ${annotation_level}  ${message.split('\n')[0] ?? ''}`);
  }
  console.log(`\n${comment?.user ?? 'nobody'} commented:\n\n${comment?.body ?? '(nothing)'}`);
  const required = shop.missingChecks(head);
  console.log(`Required checks that do not let it merge: ${required.join(', ') || 'none'}\n`);
  writeFileSync(join(reports, 'comment.md'), comment?.body ?? '');
  writeFileSync(join(reports, 'check.json'), `${JSON.stringify(check, null, 2)}\n`);
}

/** What is not as it has to be; empty when the gate behaved. */
async function runAppDemo(scratch: string): Promise<readonly string[]> {
  const standIn = await GitHubStandIn.start();
  let app: StartedApp | undefined;
  try {
    app = await startApp(standIn, scratch);
    const opened = openPullRequest(standIn);
    await standIn.send(`${app.url}/api/github/webhooks`, standIn.takeRaised());
    const check = await waitForCheck(opened);
    showConversation(opened, check);
    const held = opened.shop.missingChecks(opened.head).includes('threatdiff');
    return [
      ...(check.conclusion === 'failure' ? [] : [`the check says ${check.conclusion}`]),
      ...(held ? [] : ['the merge is not held']),
      ...standIn.violations().map((violation) => `a request GitHub would not take: ${JSON.stringify(violation)}`),
    ];
  } finally {
    await app?.stop();
    await standIn.stop();
  }
}

const scratch = mkdtempSync(join(tmpdir(), 'threatdiff-demo-'));
try {
  mkdirSync(reports, { recursive: true });
  console.log('1. From the command line\n');
  const alone = runCommandLineDemo({ scratch, shop: shopFolder, reports });
  console.log('\n2. The same pull request through the GitHub App, on a local stand-in of GitHub\n');
  const wrong = [...alone, ...(await runAppDemo(scratch))];
  if (wrong.length === 0) {
    console.log(
      'The sample opens holes, so its required check fails and the merge is held: this is what it should do.',
    );
    console.log(`Reports, comment and check are in ${relative(root, reports)}/.`);
  } else {
    console.error(`\nThe demo did not go as it has to: ${wrong.join('; ')}.`);
    process.exitCode = 1;
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
