/** A process killed in the middle of a job, on both databases: the job runs again, and what waited still waits. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openEngines } from '../../test/postgres/open-engines.ts';

const test = openEngines();
const worker = join(import.meta.dirname, '../../test/postgres/crash-worker.ts');
const children: ChildProcess[] = [];

interface Child {
  readonly process: ChildProcess;
  /** Resolves with all lines so far once one matches. */
  saw(pattern: RegExp): Promise<readonly string[]>;
}

function start(args: readonly string[]): Child {
  const child = spawn(process.execPath, [worker, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  let text = '';
  const looks = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    for (const look of looks) look();
  });
  const saw = (pattern: RegExp) =>
    new Promise<readonly string[]>((resolve, reject) => {
      const look = () => {
        const lines = text.split('\n');
        if (lines.some((line) => pattern.test(line))) resolve(lines.filter((line) => line !== ''));
      };
      looks.add(look);
      child.once('exit', () => reject(new Error(`ended without ${pattern.source}: ${text}`)));
      look();
    });
  return { process: child, saw };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

afterAll(async () => {
  for (const child of children) await kill(child);
  await test.end();
});

// At the same time: each waits for seconds until a lock is stale or a heartbeat is missed.
it.concurrent.each(test.engines)(
  'on the %s database a job whose process was killed runs again, and the one behind it too',
  async (engine) => {
    const place = await test.place(engine);
    const where = [place.directory, place.databaseUrl ?? '-'];
    const first = start([...where, 'hang', 'one', 'two']);
    expect(await first.saw(/^started/)).toContain('started one 1');
    await kill(first.process);
    const second = start([...where, 'finish']);
    await second.saw(/^done two/);
    const lines = await second.saw(/^done one/);
    expect(lines).toContain('done one 2');
    expect(lines).toContain('done two 1');
    expect(lines.filter((line) => line.startsWith('done'))).toHaveLength(2);
  },
);

it.concurrent('a second process is kept out of an embedded database, and told so', async () => {
  const { directory } = await test.place('embedded');
  const first = start([directory, '-', 'finish']);
  await first.saw(/^working/);
  const second = start([directory, '-', 'finish']);
  await expect(second.saw(/^working/)).rejects.toThrow(`refused: another process uses the database in ${directory}`);
  expect(second.process.exitCode).toBe(2);
  expect(first.process.exitCode).toBeNull();
});
