/**
 * Attacks on the gate. Each folder is a pull request that hides a hole (`base` to `head`), its plain twin (the same
 * hole, not hidden) and a mutant: one defence taken out of the source. Attack and twin must be held; the mutant must
 * let the attack through, which proves that the defence is what holds it.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Report } from '../src/model/report.ts';
import { reportJson } from '../src/reporters/json/report-json.ts';
import { replayInputs } from './replay-inputs.ts';
import { runDirectories } from './run-directories.ts';

const root = join(import.meta.dirname, '..');
const attacks = join(import.meta.dirname, 'attacks');
const scratch = mkdtempSync(join(tmpdir(), 'threatdiff-attacks-'));
const bundles = join(root, '.cache', 'mutants');

const attackSchema = z.strictObject({
  title: z.string(),
  /** The rule whose finding blocks, or the code of the problem that does. */
  blocks: z.string().optional(),
  problem: z.string().optional(),
  /** File the blocker points at; absent where it is about the whole tree. */
  at: z.string().optional(),
  /** Rule that holds the twin, where it differs. */
  twin_blocks: z.string().optional(),
  /** Links to make, because a checkout of this repository may not carry them. */
  links: z.record(z.string(), z.string()).default({}),
  mutant: z.strictObject({ file: z.string(), replace: z.string(), with: z.string() }),
});
type Attack = z.infer<typeof attackSchema>;

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

function stage(name: string, side: string, links: Record<string, string>): string {
  const target = join(scratch, name, side);
  mkdirSync(target, { recursive: true });
  cpSync(join(attacks, name, side), target, { recursive: true });
  for (const [path, to] of Object.entries(links)) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    symlinkSync(to, join(target, path));
  }
  return target;
}

function policyOf(name: string): string | undefined {
  return readdirSync(join(attacks, name)).includes('policy') ? join(attacks, name, 'policy') : undefined;
}

function blockers(report: Report): readonly { what: string; path: string | undefined }[] {
  return [
    ...report.changes
      .filter(({ blocks }) => blocks)
      .map(({ after }) => ({ what: after?.ruleId ?? '', path: after?.anchor.path })),
    ...report.problems
      .filter(({ blocks }) => blocks)
      .map(({ code, location }) => ({ what: code, path: location?.path })),
  ];
}

/** The whole job, bundled with one piece of source replaced. */
async function runMutant(name: string, { mutant }: Attack): Promise<typeof runDirectories> {
  const outfile = join(bundles, `${name}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, 'run-directories.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    logLevel: 'error',
    define: { 'import.meta.dirname': JSON.stringify(import.meta.dirname) },
    plugins: [
      {
        name: 'mutant',
        setup: ({ onLoad }) => {
          onLoad({ filter: /\.ts$/ }, ({ path }) => {
            if (path !== join(root, mutant.file)) return undefined;
            const source = readFileSync(path, 'utf8');
            if (source.split(mutant.replace).length !== 2)
              throw new Error(`${mutant.file} does not hold the defence once`);
            return { contents: source.replace(mutant.replace, () => mutant.with), loader: 'ts' };
          });
        },
      },
    ],
  });
  const module: { runDirectories: typeof runDirectories } = await import(outfile);
  return module.runDirectories;
}

describe.each(readdirSync(attacks).sort())('attack %s', (name) => {
  const attack = attackSchema.parse(parse(readFileSync(join(attacks, name, 'attack.yaml'), 'utf8')));
  const expected = { what: attack.blocks ?? attack.problem ?? '', path: attack.at };
  const policy = policyOf(name);
  const before = stage(name, 'base', {});
  const after = stage(name, 'head', attack.links);

  it(`is held: ${attack.title}`, async () => {
    const { report } = await runDirectories({ before, after, policy });
    expect(report.verdict.conclusion).toBe('failure');
    expect(blockers(report)).toContainEqual(expected);
  });

  it('is held alike when its inputs are replayed', async () => {
    const result = await runDirectories({ before, after, policy });
    expect(reportJson(await replayInputs(result))).toBe(reportJson(result.report));
  });

  it('its plain twin is held too', async () => {
    const twin = stage(name, 'twin', {});
    const { report } = await runDirectories({ before, after: twin, policy });
    expect(blockers(report).map(({ what }) => what)).toContain(attack.twin_blocks ?? expected.what);
  });

  it('goes through when the defence is taken out', async () => {
    const runWithoutDefence = await runMutant(name, attack);
    const { report } = await runWithoutDefence({ before, after, policy });
    expect(blockers(report)).not.toContainEqual(expected);
  });
});
