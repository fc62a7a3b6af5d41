/** The packed Action, started as a runner starts it: Node, one file, variables. Reads back what a runner would. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeContext, type StepOptions } from './run-context.ts';

const root = join(import.meta.dirname, '../..');

export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

export interface StepResult {
  readonly exitCode: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Workflow commands a runner would see, in order. */
  readonly commands: readonly Command[];
  /** Everything that was printed. */
  readonly log: string;
  /** `report.json`, where one was written. */
  readonly report: string | undefined;
}

/** Builds what a release holds, into a folder of its own, and gives the folder. */
export function buildAction(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'threatdiff-action-')), 'dist-action');
  const made = spawnSync(process.execPath, [join(root, 'tools/build-action.ts'), '--out', folder], {
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`the Action could not be built\n${made.stdout}${made.stderr}`);
  return folder;
}

/** Runs one step with the bundle in `action`. The stand-in answers meanwhile, so this may not block. */
export async function runBundle(action: string, options: StepOptions): Promise<StepResult> {
  const { folder, environment } = makeContext(options);
  const child = spawn(process.execPath, [join(action, 'main.mjs')], {
    cwd: environment['GITHUB_WORKSPACE'],
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const [exitCode] = (await once(child, 'close')) as [number | null];
  const outputs = readOutputs(readFileSync(join(folder, 'output'), 'utf8'));
  const result = {
    ...{ exitCode, outputs, log, commands: readCommands(log) },
    summary: readFileSync(join(folder, 'summary.md'), 'utf8'),
    report: outputs['report'] === undefined ? undefined : readFileSync(outputs['report'], 'utf8'),
  };
  rmSync(folder, { recursive: true });
  return result;
}

/** `name<<DELIMITER`, value, `DELIMITER`: as the runner reads the file. */
function readOutputs(text: string): Readonly<Record<string, string>> {
  const found = text.matchAll(/^([^\n<]+)<<([^\n]+)\n([\s\S]*?)\n?\2$/gm);
  return Object.fromEntries(Array.from(found, ([, name = '', , value = '']) => [name, value]));
}

/** As the runner looks for them: `::name …::` at the start of a line, `##[name]` anywhere in another one. */
export function readCommands(log: string): readonly Command[] {
  return log.split(/\r?\n/).flatMap((line): readonly Command[] => {
    const [, name, written = '', message = ''] = /^\s*::([\w-]+)(?: ([^\n]*?))?::(.*)$/.exec(line) ?? [];
    if (name === undefined) {
      const old = /##\[([\w-]+)/.exec(line)?.[1];
      return old === undefined ? [] : [{ name: old, properties: {}, message: line }];
    }
    const pairs = written.split(',').filter((pair) => pair !== '');
    const properties = pairs.map((pair) => pair.split('=', 2).map(unescape) as [string, string]);
    return [{ name, properties: Object.fromEntries(properties), message: unescape(message) }];
  });
}

function unescape(text: string): string {
  const marks: Readonly<Record<string, string>> = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' };
  return text.replace(/%(?:0D|0A|3A|2C|25)/g, (mark) => marks[mark] ?? mark);
}
