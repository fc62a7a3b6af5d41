/** Writes `dist/rule-pack.json`: rules and dictionary in one file, with their digest. Part of `npm run build`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDictionaryFolder } from '../src/dictionary/read-dictionary-folder.ts';
import { buildRulePack } from '../src/rule-engine/build-rule-pack.ts';
import { readRulesFolder } from '../src/rule-engine/read-rules-folder.ts';

const root = join(import.meta.dirname, '..');

try {
  const dictionary = readDictionaryFolder(join(root, 'rules/dictionary'));
  const pack = buildRulePack(readRulesFolder(join(root, 'rules/checks')), dictionary);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist/rule-pack.json'), `${JSON.stringify(pack)}\n`);
  console.log(`rule pack: ${pack.rules.length} rules, ${pack.digest}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
