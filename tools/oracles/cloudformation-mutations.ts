/**
 * Breaks real templates in 10,000 seeded ways as YAML and as JSON, and asks another reader about each: what it rejects
 * must be a Problem with a line here; nothing may throw or take a second. Development only: needs the data in
 * `../shared`, prints one line and ends well where it is absent.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { recognizeTemplate } from '../../src/parsers/cloudformation/recognize-template.ts';
import { evaluateText } from '../../src/parsers/cloudformation/evaluate-text.ts';
import { unpackShared } from '../unpack-shared.ts';
import { createRandom } from './mutate-hcl.ts';
import { mutateTemplate } from './mutate-template.ts';

const RUNS = 10_000;
const LONGEST = 8_000;
const SLOWEST_MILLISECONDS = 1_000;

/** Why the other reader rejects a text; undefined when it accepts it. */
type Oracle = (text: string) => string | undefined;

const folder = unpackShared('corpora/public.tar.gz');
if (folder !== undefined) {
  runAll(folder, 'yaml', { pattern: '**/*.{yaml,yml}', oracle: yamlRejection });
  runAll(folder, 'json', { pattern: '**/*.json', oracle: jsonRejection });
}

function runAll(root: string, format: string, { pattern, oracle }: { pattern: string; oracle: Oracle }): void {
  const texts = globSync(pattern, { cwd: root })
    .sort()
    .map((path) => readFileSync(join(root, path), 'utf8').replace(/^\uFEFF/, ''))
    .filter((text) => text.length < LONGEST && recognizeTemplate(text) && oracle(text) === undefined);
  const random = createRandom(20_261_121);
  const count = { rejected: 0, accepted: 0, stricter: 0, unrecognized: 0, wrong: 0, slowest: 0 };
  for (let run = 0; run < RUNS; run += 1) {
    const text = mutateTemplate(texts[random(texts.length)] ?? '', random);
    const started = performance.now();
    const problems = evaluateText(text).problems;
    const took = performance.now() - started;
    count.slowest = Math.max(count.slowest, took);
    if (took > SLOWEST_MILLISECONDS) disagree(`${run}: took ${took.toFixed(0)} ms`);
    const rejection = oracle(text);
    const syntax = problems.some((problem) => problem.code === 'syntax-error');
    const known = problems.some((problem) => problem.effect !== 'note' && problem.location !== undefined);
    if (rejection === undefined) count[syntax ? 'stricter' : 'accepted'] += 1;
    else if (known) count.rejected += 1;
    else if (!recognizeTemplate(text)) count.unrecognized += 1;
    else disagree(`${run}: only the oracle rejects: ${rejection}`);
  }
  console.log(
    `cloudformation-mutations ${format}: ${RUNS} mutations of ${texts.length} templates, ${count.rejected} rejected and ` +
      `${count.accepted} accepted by both, ${count.stricter} rejected here only, ${count.unrecognized} no longer ` +
      `templates, ${count.wrong} disagreements, slowest ${count.slowest.toFixed(0)} ms`,
  );
  if (count.wrong > 0) process.exitCode = 1;

  function disagree(message: string): void {
    count.wrong += 1;
    if (count.wrong <= 40) console.log(`${format} ${message}`);
  }
}

function yamlRejection(text: string): string | undefined {
  const documents = parseAllDocuments(text, {
    uniqueKeys: false,
    strict: true,
    prettyErrors: true,
    logLevel: 'silent',
  });
  if (!Array.isArray(documents)) return undefined;
  return documents.flatMap((document) => document.errors)[0]?.message.slice(0, 200);
}

function jsonRejection(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return String(error).slice(0, 200);
  }
}
