/** The command line around its commands: help, version, unknown commands, and what an error looks like. */
import { describe, expect, it } from 'vitest';
import { UserError } from '../config/user-error.ts';
import type { Command } from './command.ts';
import { COMMANDS as OWN_COMMANDS } from './commands.ts';
import type { Host } from './host.ts';
import { renderHelp } from './render-help.ts';
import { renderOverview } from './render-overview.ts';
import { runCommandLine } from './run-command-line.ts';
import { showProgress } from './show-progress.ts';
import { textWidth } from './text-width.ts';
import { wantsColour } from './wants-colour.ts';

function makeHost(environment: Host['environment'] = {}, isTerminal = false) {
  const written = { stdout: '', stderr: '' };
  let time = 0;
  const stream = (name: 'stdout' | 'stderr'): Host['stdout'] => ({
    isTerminal,
    write: (text) => {
      written[name] += text;
      return Promise.resolve();
    },
  });
  const host: Host = {
    environment,
    directory: '/nowhere',
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    now: () => {
      time += 2000;
      return time;
    },
    rulePackFile: '/nowhere/rule-pack.json',
    version: '1.2.3',
  };
  return { host, written };
}

function makeCommand(name: string, run: Command['run']): Command {
  return {
    name,
    summary: `Does ${name}.`,
    usage: [`${name} [PATH]`],
    options: [{ name: 'base', value: 'REF', description: 'Where it goes.' }],
    maxPositionals: 1,
    run,
  };
}

const COMMANDS = [
  makeCommand('diff', ({ options }) => Promise.resolve(options.has('base') ? 1 : 0)),
  makeCommand('scan', () => Promise.reject(new UserError('There is no folder "x".', 'Name one that exists.'))),
  makeCommand('rules', () => Promise.reject(new Error('broken \u001b[2J', { cause: new Error('the reason') }))),
];

async function run(...args: readonly string[]) {
  const { host, written } = makeHost();
  return { exitCode: await runCommandLine(args, COMMANDS, host), ...written };
}

describe('runCommandLine', () => {
  it('runs the first command where none is named', async () => {
    expect((await run()).exitCode).toBe(0);
    expect((await run('--base', 'main')).exitCode).toBe(1);
    expect((await run('diff', '--base', 'main')).exitCode).toBe(1);
  });

  it('explains itself', async () => {
    expect(await run('--version')).toMatchObject({ exitCode: 0, stdout: '1.2.3\n' });
    expect((await run('--help')).stdout).toContain('  scan   Does scan.\n');
    const help = await run('scan', '--help');
    expect(help.exitCode).toBe(0);
    expect(help.stdout).toBe(
      'Does scan.\n\nUsage:\n  threatdiff scan [PATH]\n\nOptions:\n' +
        '  --base REF  Where it goes.\n  --help      This text.\n',
    );
  });

  it('answers usage errors with exit code 2, a sentence and a hint', async () => {
    expect(await run('scna')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'threatdiff: There is no command "scna".\n  Did you mean scan?\n',
    });
    expect(await run('--bse', 'x')).toMatchObject({
      exitCode: 2,
      stderr: 'threatdiff: Unknown option "--bse".\n  Did you mean --base?\n',
    });
    expect(await run('scan')).toMatchObject({
      exitCode: 2,
      stderr: 'threatdiff: There is no folder "x".\n  Name one that exists.\n',
    });
  });

  it('leads from help to --help', async () => {
    expect(await run('help')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('See threatdiff --help.') });
  });

  it('answers a bug with exit code 3 and the stack, nothing in it acting on the terminal', async () => {
    const { exitCode, stderr } = await run('rules');
    expect(exitCode).toBe(3);
    expect(stderr).toContain('no verdict');
    expect(stderr).toContain('the reason');
    expect(stderr).not.toContain('\u001b');
  });
});

describe('help', () => {
  it.each([renderOverview(OWN_COMMANDS), ...OWN_COMMANDS.map(renderHelp)])('%s', (text) => {
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});

describe('textWidth', () => {
  it.each([
    [{ isTerminal: true, columns: 80 }, 80],
    [{ isTerminal: true, columns: 5 }, 40],
    [{ isTerminal: true, columns: 400 }, 107],
    [{ isTerminal: true }, 107],
    [{ isTerminal: false, columns: 80 }, 107],
  ])('%j: %d', (stream, expected) => {
    expect(textWidth(stream)).toBe(expected);
  });
});

describe('wantsColour', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [{ TERM: 'dumb' }, true, false],
  ])('%j on a terminal: %s', (environment, isTerminal, expected) => {
    expect(wantsColour({ environment }, { isTerminal })).toBe(expected);
  });
});

describe('showProgress', () => {
  it('speaks on a terminal after a second, and cleans up', async () => {
    const { host, written } = makeHost({}, true);
    const progress = showProgress(host);
    progress.say('reading');
    await progress.end();
    expect(written.stderr).toContain('threatdiff: reading (');
    expect(written.stderr.endsWith('\r\u001b[K')).toBe(true);
  });

  it('is silent elsewhere', async () => {
    const { host, written } = makeHost();
    const progress = showProgress(host);
    progress.say('reading');
    await progress.end();
    expect(written.stderr).toBe('');
  });
});
