/**
 * The App over real HTTP against the stand-in: a server of this process on a free port, with an embedded database in a
 * folder of its own, and the rules of this tree. Waits for what people would see: the check of a commit.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDictionaryFolder } from '../../src/dictionary/read-dictionary-folder.ts';
import { buildRulePack } from '../../src/rule-engine/build-rule-pack.ts';
import { readRulesFolder } from '../../src/rule-engine/read-rules-folder.ts';
import type { LogFields } from '../../src/server/log.ts';
import type { ServerHost } from '../../src/server/server-host.ts';
import type { ServerSettings } from '../../src/server/settings.ts';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';
import type { RepositoryHandle } from '../github/repository-handle.ts';
import { GitHubStandIn } from '../github/stand-in.ts';
import type { CheckRun } from '../github/state/state.ts';
import type { SendOptions } from '../github/webhooks/send-deliveries.ts';

const root = join(import.meta.dirname, '../..');

export interface LoggedEvent {
  readonly level: string;
  readonly event: string;
  readonly fields: LogFields;
}

export interface AppOptions {
  readonly settings?: Partial<ServerSettings>;
  readonly host?: Partial<ServerHost>;
  readonly standIn?: GitHubStandIn;
  readonly folder?: string;
  /** The server itself, where it is another build of it. */
  readonly open?: typeof startServer;
}

/** Writes the rules of this tree as the build does, and gives the file. */
export function writeRulePack(folder: string): string {
  const dictionary = readDictionaryFolder(join(root, 'rules/dictionary'));
  const file = join(folder, 'rule-pack.json');
  writeFileSync(file, JSON.stringify(buildRulePack(readRulesFolder(join(root, 'rules/checks')), dictionary)));
  return file;
}

export class TestApp {
  readonly standIn: GitHubStandIn;
  readonly log: LoggedEvent[] = [];
  readonly #folder: string;
  readonly #options: AppOptions;
  #server: RunningServer | undefined;

  private constructor(standIn: GitHubStandIn, folder: string, options: AppOptions) {
    this.standIn = standIn;
    this.#folder = folder;
    this.#options = options;
  }

  static async start(options: AppOptions = {}): Promise<TestApp> {
    const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'threatdiff-app-'));
    mkdirSync(folder, { recursive: true });
    const app = new TestApp(options.standIn ?? (await GitHubStandIn.start()), folder, options);
    await app.startServer();
    return app;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#server?.port ?? 0}`;
  }

  async startServer(): Promise<void> {
    const { standIn } = this;
    const settings: ServerSettings = {
      appId: standIn.appId,
      privateKey: standIn.privateKey,
      webhookSecrets: [standIn.webhookSecret],
      webhookMaxBytes: 5 * 1024 * 1024,
      databaseUrl: undefined,
      dataDirectory: join(this.#folder, 'data'),
      host: '127.0.0.1',
      port: 0,
      apiUrl: standIn.url,
      checkName: 'threatdiff',
      organisationPolicyRepository: undefined,
      threads: 1,
      deadlineSeconds: 60,
      heapMebibytes: 512,
      sweepMinutes: 60,
      heartbeatSeconds: 30,
      cacheMebibytes: 256,
      setupToken: undefined,
      keepReportsDays: 90,
      keepNotesDays: 30,
      ...this.#options.settings,
    };
    const open = this.#options.open ?? startServer;
    this.#server = await open(settings, {
      log: (level, event, fields = {}) => this.log.push({ level, event, fields }),
      now: () => Date.now(),
      rulePackFile: writeRulePack(this.#folder),
      workerFile: new URL('../../src/server/worker/analysis-worker.ts', import.meta.url),
      version: '0.0.0',
      holder: 'test',
      onLost: () => undefined,
      writePause: 0,
      ...this.#options.host,
    });
  }

  async stopServer(): Promise<void> {
    await this.#server?.close();
    this.#server = undefined;
  }

  async stop(): Promise<void> {
    await this.stopServer();
    if (this.#options.standIn === undefined) await this.standIn.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Sends the webhooks of everything that happened since the last time; gives how they were answered. */
  async deliver(options?: SendOptions): Promise<readonly number[]> {
    const sent = await this.standIn.send(`${this.url}/api/github/webhooks`, this.standIn.takeRaised(), options);
    return sent.map(({ status }) => status);
  }

  /** Waits until the queue has nothing left to do now. */
  async settle(timeout = 30_000): Promise<void> {
    await waitFor(async () => {
      const text = await (await fetch(`${this.url}/metrics`)).text();
      const busy = [...text.matchAll(/threatdiff_queue_jobs\{queue="(\w+)",state="(waiting|active)"\} (\d+)/g)];
      return busy.length > 0 && busy.every(([, , , count]) => count === '0');
    }, timeout);
  }

  /** The newest check of a commit that is concluded. */
  async concluded(repository: RepositoryHandle, commit: string, timeout = 30_000): Promise<CheckRun> {
    let last: CheckRun | undefined;
    await waitFor(() => {
      last = repository.checkRuns(commit).at(-1);
      return Promise.resolve(last?.status === 'completed');
    }, timeout);
    if (last === undefined) throw new Error('unreachable');
    return last;
  }
}

/** @throws Error when it is not so in time. */
export async function waitFor(isSo: () => Promise<boolean>, timeout = 30_000): Promise<void> {
  const end = Date.now() + timeout;
  while (Date.now() < end) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`it did not happen within ${timeout} ms`);
}
