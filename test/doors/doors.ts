/**
 * The three doors as they are built, to be handed the same recorded run: command line, packed Action, the App's worker
 * thread. Each gives the bytes of its `report.json`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { reportJson } from '../../src/reporters/json/report-json.ts';
import { AnalysisPool } from '../../src/server/worker/analysis-pool.ts';
import { openRecordedChange } from '../../src/source/open-recorded-change.ts';
import { buildCommandLine } from '../../tools/build-command-line.ts';
import { AS_OF } from '../run-directories.ts';

const root = join(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };

/** What `threatdiff diff` was run on: the report it made, and where it recorded what it was made from. */
export interface Recorded {
  readonly report: string;
  readonly inputs: string;
  readonly exitCode: number | null;
}

export class Doors {
  readonly folder = mkdtempSync(join(tmpdir(), 'threatdiff-doors-'));
  readonly action: string;
  readonly #cli: string;
  readonly #app: string;
  readonly #pool: AnalysisPool;
  readonly engine = `threatdiff ${version}`;

  constructor() {
    this.#cli = buildCommandLine(join(this.folder, 'dist'));
    this.action = join(this.folder, 'dist-action');
    build('build-action.ts', this.action);
    // Its dependencies are not in the bundle, so it has to lie below the root.
    mkdirSync(join(root, '.cache'), { recursive: true });
    this.#app = join(mkdtempSync(join(root, '.cache/doors-')), 'dist-app');
    build('build-app.ts', this.#app);
    this.#pool = new AnalysisPool({
      ...{ threads: 1, deadlineMilliseconds: 60_000, heapMebibytes: 512, engine: this.engine },
      workerFile: pathToFileURL(join(this.#app, 'analysis-worker.js')),
      rulePackFile: join(this.#app, 'rule-pack.json'),
    });
  }

  async close(): Promise<void> {
    await this.#pool.close();
    rmSync(join(this.#app, '..'), { recursive: true });
    rmSync(this.folder, { recursive: true });
  }

  /** The command line on what `args` name; `name` is that of the files it leaves. */
  async record(name: string, args: readonly string[], day = AS_OF): Promise<Recorded> {
    const [report, inputs] = [join(this.folder, `${name}.json`), join(this.folder, `${name}-inputs.json`)];
    const exitCode = await this.#diff([...args, '--as-of', day, '--write-inputs', inputs, '--output', report]);
    return { report: readFileSync(report, 'utf8'), inputs, exitCode };
  }

  async commandLine(inputs: string): Promise<string> {
    const report = `${inputs}.cli.json`;
    await this.#diff(['--inputs', inputs, '--output', report]);
    return readFileSync(report, 'utf8');
  }

  /** Started as a runner does: with variables and nothing else. */
  async packedAction(inputs: string): Promise<{ readonly report: string; readonly exitCode: number | null }> {
    const temporary = mkdtempSync(join(this.folder, 'step-'));
    const [report, output] = [join(temporary, 'threatdiff-report.json'), join(temporary, 'output')];
    writeFileSync(output, '');
    const exitCode = await run(join(this.action, 'main.mjs'), [], {
      ...{ GITHUB_ACTIONS: 'true', INPUT_REPLAY: inputs, RUNNER_TEMP: temporary, GITHUB_OUTPUT: output },
    });
    return { report: existsSync(report) ? readFileSync(report, 'utf8') : '', exitCode };
  }

  /** The App's own way from trees to a report: the server asks the worker, the worker asks for the trees. */
  async app(inputs: string): Promise<string> {
    const { digest } = JSON.parse(readFileSync(join(this.#app, 'rule-pack.json'), 'utf8')) as { digest: string };
    const running = { engine: this.engine, rulePack: digest };
    const { change, policy, asOf } = await openRecordedChange('.', inputs, running);
    return reportJson(await this.#pool.analyse(change, { policy, asOf, urgent: true }));
  }

  #diff(args: readonly string[]): Promise<number | null> {
    return run(this.#cli, ['diff', '--format', 'json', ...args], {});
  }
}

function build(tool: string, out: string): void {
  const made = spawnSync(process.execPath, [join(root, 'tools', tool), '--out', out], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`${tool}\n${made.stdout}${made.stderr}`);
}

async function run(file: string, args: readonly string[], environment: Record<string, string>): Promise<number | null> {
  const env = { PATH: process.env['PATH'] ?? '', ...environment };
  const child = spawn(process.execPath, [file, ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return exitCode;
}
