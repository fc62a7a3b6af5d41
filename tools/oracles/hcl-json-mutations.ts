/**
 * Breaks Terraform's JSON syntax in 10,000 seeded ways. No public corpus holds `*.tf.json`, so the texts are real `.tf`
 * files that HashiCorp's own converter wrote as JSON. What `JSON.parse` rejects must have an error, nothing may throw
 * or take a second. Development only: prints one line and ends well where `../shared` is absent.
 */
import { parse } from '@cdktf/hcl2json';
import { parseHclJson } from '../../src/parsers/terraform/syntax/parse-hcl-json.ts';
import { damageText } from './damage-text.ts';
import { type HclText, loadHclTexts } from './load-hcl-texts.ts';
import { createRandom } from './mutate-hcl.ts';

const RUNS = 10_000;
const SLOWEST_MILLISECONDS = 1_000;
const MOST_FILES = 300;
const TOKENS = [
  ...Array.from('{}[]:,"\\\n\t\u0000'),
  '"${',
  '}"',
  '%{ if x }',
  'null',
  '01',
  '-',
  '//',
  '"\\u00',
  '[[[[[',
];

async function convert({ path, text }: HclText): Promise<string | undefined> {
  try {
    return JSON.stringify(await parse(path, text), null, 2);
  } catch {
    // A file the converter refuses has no JSON form.
    return undefined;
  }
}

function rejects(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}

const files = loadHclTexts();
if (files !== undefined) {
  const spread = files.filter((_, index) => index % Math.ceil(files.length / MOST_FILES) === 0);
  const texts = (await Promise.all(spread.map(convert))).filter((text) => text !== undefined);
  const random = createRandom(20_261_122);
  const count = { rejected: 0, accepted: 0, wrong: 0, slowest: 0 };
  for (let number = 0; number < RUNS; number++) {
    const text = damageText(texts[random(texts.length)] ?? '', TOKENS, random);
    const started = performance.now();
    const { errors } = parseHclJson(text, { maxDepth: 100 });
    const took = performance.now() - started;
    count.slowest = Math.max(count.slowest, took);
    const broken = rejects(text);
    if (broken) count.rejected++;
    else count.accepted++;
    if (took <= SLOWEST_MILLISECONDS && (!broken || errors.length > 0)) continue;
    count.wrong++;
    console.log(`${number}: took ${took.toFixed(0)} ms, JSON.parse rejects: ${broken}, errors: ${errors.length}`);
  }
  console.log(
    `hcl-json-mutations: ${texts.length} files, ${RUNS} mutations, ${count.rejected} rejected and ${count.accepted} accepted by JSON.parse, ` +
      `${count.wrong} disagreements, slowest ${count.slowest.toFixed(0)} ms`,
  );
  if (count.wrong > 0) process.exitCode = 1;
}
