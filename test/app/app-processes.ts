/** Real processes of the App against a stand-in, started, killed and counted by a test. Leaves none behind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { GitHubStandIn } from '../github/stand-in.ts';
import { bundleApp } from './bundle-app.ts';
import { writeRulePack } from './start-app.ts';

export interface RunningApp {
  /** Where webhooks go. */
  readonly url: string;
  readonly pid: number;
  /** At once, as a power cut would. Resolves when it is gone. */
  readonly kill: () => Promise<void>;
}

export class AppProcesses {
  readonly #bundle: string;
  readonly #folder: string;
  readonly #rulePack: string;
  readonly #running = new Set<ChildProcess>();

  private constructor(bundle: string) {
    this.#bundle = bundle;
    this.#folder = mkdtempSync(join(tmpdir(), 'threatdiff-processes-'));
    this.#rulePack = writeRulePack(this.#folder);
  }

  static async prepare(): Promise<AppProcesses> {
    return new AppProcesses(await bundleApp());
  }

  /**
   * Resolves when it says that it listens.
   *
   * @param place folder of its data, below one that is removed in the end; `more` goes to its environment.
   */
  async start(standIn: GitHubStandIn, place: string, more: Readonly<Record<string, string>> = {}): Promise<RunningApp> {
    const child = spawn(process.execPath, [join(this.#bundle, 'app.js')], {
      env: {
        APP_ID: String(standIn.appId),
        PRIVATE_KEY: standIn.privateKey,
        WEBHOOK_SECRET: standIn.webhookSecret,
        GITHUB_API_URL: standIn.url,
        DATA_DIR: join(this.#folder, place),
        RULE_PACK_FILE: this.#rulePack,
        HOST: '127.0.0.1',
        PORT: '0',
        ANALYSIS_THREADS: '1',
        ...more,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#running.add(child);
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const port = await listeningPort(child);
    const kill = async () => {
      child.kill('SIGKILL');
      await ended;
      this.#running.delete(child);
    };
    return { url: `http://127.0.0.1:${port}/api/github/webhooks`, pid: child.pid ?? 0, kill };
  }

  end(): void {
    for (const child of this.#running) child.kill('SIGKILL');
    for (const folder of [this.#bundle, this.#folder]) rmSync(folder, { recursive: true, force: true });
  }
}

function listeningPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the App ended with ${code}`)));
    if (child.stdout === null) return reject(new Error('no output'));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { event, port, error } = JSON.parse(line) as { event: string; port: number; error?: string };
      if (event === 'started') resolve(port);
      if (event === 'cannot-start') reject(new Error(error));
    });
  });
}
