/**
 * Writes `rule-pack.json` into `dist`, or into the folder it is given: rules and dictionary in one file, with their
 * digest. Part of `npm run build`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readDictionaryFolder } from '../src/dictionary/read-dictionary-folder.ts';
import { buildRulePack } from '../src/rule-engine/build-rule-pack.ts';
import { readRulesFolder } from '../src/rule-engine/read-rules-folder.ts';

const root = join(import.meta.dirname, '..');
const folder = resolve(process.argv[2] ?? join(root, 'dist'));

try {
  const dictionary = readDictionaryFolder(join(root, 'rules/dictionary'));
  const pack = buildRulePack(readRulesFolder(join(root, 'rules/checks')), dictionary);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'rule-pack.json'), `${JSON.stringify(pack)}\n`);
  console.log(`rule pack: ${pack.rules.length} rules, ${pack.digest}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
