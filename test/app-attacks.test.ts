/**
 * Attacks on the App: over webhooks and GitHub's API, against a server as it runs. Each folder holds what an attacker
 * does, its plain twin, and a mutant: one defence taken out of the server. Attack and twin must be held; without the
 * defence the attack must go through, which proves that the defence is what holds it.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { TestApp } from './app/start-app.ts';
import { type AppAttack, appAttackSchema } from './app-attacks/app-attack.ts';
import { AttackStage } from './app-attacks/attack-stage.ts';
import { buildMutants, type MutableServer } from './app-attacks/build-mutants.ts';

const folder = join(import.meta.dirname, 'app-attacks');
const scratch = mkdtempSync(join(tmpdir(), 'threatdiff-app-attacks-'));
/** Beside the packages it imports. */
const bundle = join(import.meta.dirname, '../.cache/mutants/app.mjs');

const attacks = await Promise.all(
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map(async (name) => {
      const words = appAttackSchema.parse(parse(readFileSync(join(folder, name, 'attack.yaml'), 'utf8')));
      const { attack } = (await import(`./app-attacks/${name}/attack.ts`)) as { readonly attack: AppAttack };
      return { name, ...words, attack };
    }),
);

let app: TestApp;
let withoutDefence: TestApp;
let mutants: MutableServer;

beforeAll(async () => {
  mutants = await buildMutants(
    attacks.map(({ name, mutant }) => ({ name, ...mutant })),
    bundle,
  );
  const start = (part: string, open?: MutableServer['startServer']) =>
    TestApp.start({ folder: join(scratch, part), host: { second: 20 }, ...(open === undefined ? {} : { open }) });
  [app, withoutDefence] = await Promise.all([start('app'), start('mutants', mutants.startServer)]);
  for (const { standIn } of [app, withoutDefence]) standIn.install({ account: 'acme' });
});
afterAll(async () => {
  mutants.switchTo(undefined);
  await Promise.all([app.stop(), withoutDefence.stop()]);
  rmSync(scratch, { recursive: true, force: true });
});

describe.each(attacks)('attack $name', ({ name, title, attack }) => {
  it(`is held: ${title}`, async () => {
    expect(await attack.run(new AttackStage(app, name))).toEqual(attack.held);
  });

  it('its plain twin is held too', async () => {
    expect(await attack.twin(new AttackStage(app, `${name}-twin`))).toEqual(attack.twinHeld ?? attack.held);
  });

  it('goes through when the defence is taken out', async () => {
    mutants.switchTo(name);
    expect(await attack.run(new AttackStage(withoutDefence, name))).not.toEqual(attack.held);
    mutants.switchTo(undefined);
  });
});

it.each(['attacks', 'app-attacks'])('the overview names every attack of %s', (of) => {
  const overview = readFileSync(join(import.meta.dirname, '../docs/attacks.md'), 'utf8');
  const entries = readdirSync(join(import.meta.dirname, of), { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(names.filter((name) => !overview.includes(`](../test/${of}/${name}/attack.yaml)`))).toEqual([]);
});

it('asks GitHub for nothing that is not in its description', () => {
  expect(app.standIn.violations()).toEqual([]);
  expect(app.log.filter(({ level }) => level === 'error')).toEqual([]);
});
