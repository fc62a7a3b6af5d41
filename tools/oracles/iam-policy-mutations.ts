/**
 * Breaks real policy files in 10,000 seeded ways: what `JSON.parse` rejects must have a Problem with a line, what it
 * accepts must have no syntax error, nothing may throw or take a second. Development only: needs the data in
 * `../shared`, prints one line and ends well where it is absent.
 */
import { evaluatePolicyFile } from '../../src/parsers/iam-policy/evaluate-policy-file.ts';
import { recognizePolicy } from '../../src/parsers/iam-policy/recognize-policy.ts';
import { loadCorpusTexts } from './corpus-texts.ts';
import { damageText } from './damage-text.ts';
import { createRandom } from './mutate-hcl.ts';
import { ORACLE_LIMITS } from './oracle-limits.ts';

const RUNS = 10_000;
const SLOWEST_MILLISECONDS = 1_000;
const TOKENS = [
  ...Array.from('{}[]:,"\\\'/\n\t\u0000'),
  ...[
    '"Effect": "Deny",',
    '"Statement": [',
    'null',
    'true',
    '01',
    '1e',
    '-',
    '//',
    '/*',
    '${x}',
    '\\u00',
    '\u200b',
    '[[[[',
  ],
];

const count = { rejected: 0, accepted: 0, wrong: 0, slowest: 0, duplicates: 0 };

function rejects(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}

function run(number: number, path: string, text: string): void {
  const started = performance.now();
  const { problems } = evaluatePolicyFile(path, text, 'default', ORACLE_LIMITS);
  const took = performance.now() - started;
  count.slowest = Math.max(count.slowest, took);
  const broken = rejects(text);
  const said = problems.some((problem) => problem.code === 'syntax-error' && problem.location !== undefined);
  if (broken) count.rejected++;
  else count.accepted++;
  if (problems.some((problem) => problem.code === 'duplicate-key')) count.duplicates++;
  if (took <= SLOWEST_MILLISECONDS && broken === said) return;
  count.wrong++;
  console.log(`${number} ${path}: took ${took.toFixed(0)} ms, JSON.parse rejects: ${broken}, syntax error: ${said}`);
}

const all = loadCorpusTexts('**/*.json');
if (all !== undefined) {
  const texts = all.filter(({ path, text }) => recognizePolicy(path, text));
  const clean = texts.map(({ path, text }) => evaluatePolicyFile(path, text, 'default', ORACLE_LIMITS));
  const documents = clean.reduce((sum, { resources }) => sum + resources.length, 0);
  console.log(`iam-policy: ${all.length} JSON files, ${texts.length} recognised, ${documents} documents`);
  const random = createRandom(20_261_121);
  for (let number = 0; number < RUNS; number++) {
    const source = texts[random(texts.length)];
    if (source !== undefined) run(number, source.path, damageText(source.text, TOKENS, random));
  }
  console.log(
    `iam-policy-mutations: ${RUNS} mutations, ${count.rejected} rejected and ${count.accepted} accepted by JSON.parse, ` +
      `${count.duplicates} with duplicate keys, ${count.wrong} disagreements, slowest ${count.slowest.toFixed(0)} ms`,
  );
  if (count.wrong > 0) process.exitCode = 1;
}
