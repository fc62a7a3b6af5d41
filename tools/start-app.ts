/** Starts the App as its operator would: a process of its own with settings in its environment. For the demo. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { readDictionaryFolder } from '../src/dictionary/read-dictionary-folder.ts';
import { buildRulePack } from '../src/rule-engine/build-rule-pack.ts';
import { readRulesFolder } from '../src/rule-engine/read-rules-folder.ts';
import type { GitHubStandIn } from '../test/github/stand-in.ts';

const root = join(import.meta.dirname, '..');
const MOST_SECONDS = 60;

export interface StartedApp {
  readonly url: string;
  /** Ends the process in order. */
  stop(): Promise<void>;
}

/** Resolves when the App says that it is ready. Its log goes to `scratch/app.log`. */
export async function startApp(standIn: GitHubStandIn, scratch: string): Promise<StartedApp> {
  const port = await findFreePort();
  const rulePackFile = join(scratch, 'rule-pack.json');
  const dictionary = readDictionaryFolder(join(root, 'rules/dictionary'));
  writeFileSync(rulePackFile, JSON.stringify(buildRulePack(readRulesFolder(join(root, 'rules/checks')), dictionary)));
  const child = spawn(process.execPath, [join(root, 'src/app.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      APP_ID: String(standIn.appId),
      PRIVATE_KEY: standIn.privateKey,
      WEBHOOK_SECRET: standIn.webhookSecret,
      GITHUB_API_URL: standIn.url,
      DATA_DIR: join(scratch, 'data'),
      HOST: '127.0.0.1',
      PORT: String(port),
      RULE_PACK_FILE: rulePackFile,
    },
  });
  const log: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => log.push(chunk.toString()));
  const url = `http://127.0.0.1:${port}`;
  try {
    await waitUntilReady(url, child);
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`start the App\n${log.join('')}`, { cause: error });
  }
  return {
    url,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function waitUntilReady(url: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + MOST_SECONDS * 1000;
  while (Date.now() < end && child.exitCode === null) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(child.exitCode === null ? `not ready after ${MOST_SECONDS} s` : `ended with ${child.exitCode}`);
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
