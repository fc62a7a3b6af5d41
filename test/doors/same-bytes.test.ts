/**
 * One report, whatever door it comes through: every golden pull request and every attack, recorded once and replayed by
 * the command line, by the packed Action and by the App's built worker, to the byte.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { reportJson } from '../../src/reporters/json/report-json.ts';
import { runDirectories } from '../run-directories.ts';
import { Doors } from './doors.ts';

const tests = join(import.meta.dirname, '..');
let doors: Doors;

beforeAll(() => {
  doors = new Doors();
});
afterAll(() => doors.close());

interface Trees {
  readonly before: string;
  readonly after: string;
  readonly policy: string | undefined;
}

/** The folders of a pull request of the tests; links are made, because a checkout may not carry them. */
function treesOf(kind: string, name: string): Trees {
  const folder = join(doors.folder, `${kind}-${name}-trees`);
  cpSync(join(tests, kind, name), folder, { recursive: true });
  for (const [path, to] of Object.entries(linksOf(join(folder, 'attack.yaml')))) {
    mkdirSync(dirname(join(folder, 'head', path)), { recursive: true });
    symlinkSync(to, join(folder, 'head', path));
  }
  const policy = join(folder, 'policy');
  return { before: join(folder, 'base'), after: join(folder, 'head'), policy: existsSync(policy) ? policy : undefined };
}

function linksOf(file: string): Readonly<Record<string, string>> {
  if (!existsSync(file)) return {};
  return (parse(readFileSync(file, 'utf8')) as { readonly links?: Readonly<Record<string, string>> }).links ?? {};
}

describe.concurrent('the same recorded run gives the same bytes', () => {
  it.each(readdirSync(join(tests, 'golden')))('through every door: %s', async (name) => {
    const { before, after, policy } = treesOf('golden', name);
    const options = ['--before', before, '--after', after, ...(policy === undefined ? [] : ['--policy', policy])];
    const recorded = await doors.record(name, options);
    expect(JSON.parse(recorded.report)).toMatchObject({ schema: 'https://threatdiff.dev/schemas/report/1' });
    expect(await doors.commandLine(recorded.inputs)).toBe(recorded.report);
    expect(await doors.packedAction(recorded.inputs)).toEqual({
      report: recorded.report,
      exitCode: recorded.exitCode,
    });
    expect(await doors.app(recorded.inputs)).toBe(recorded.report);
  });

  // A process each for the Action; the command line's part is done here, by the job it runs.
  it.each(readdirSync(join(tests, 'attacks')))('through Action and App: %s', async (name) => {
    const { report, recordInputs } = await runDirectories({ ...treesOf('attacks', name), engine: doors.engine });
    const inputs = join(doors.folder, `${name}-inputs.json`);
    writeFileSync(inputs, JSON.stringify(await recordInputs()));
    expect(await doors.packedAction(inputs)).toEqual({ report: reportJson(report), exitCode: 1 });
    expect(await doors.app(inputs)).toBe(reportJson(report));
  });
});
