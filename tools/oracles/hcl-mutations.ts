/**
 * Breaks real files in 10,000 seeded ways and asks the Go implementation of HCL about each: what it rejects must
 * have an error here, what it accepts must have none, nothing may throw or take a second. Development only: needs
 * the data in `../shared`, prints one line and ends well where it is absent.
 */
import { parse } from '@cdktf/hcl2json';
import { LineIndex } from '../../src/documents/line-index.ts';
import type { SyntaxError } from '../../src/parsers/terraform/syntax/ast.ts';
import { parseHcl } from '../../src/parsers/terraform/syntax/parse-hcl.ts';
import { createRandom, mutateHcl } from './mutate-hcl.ts';
import { loadHclTexts } from './load-hcl-texts.ts';

const RUNS = 10_000;
const LONGEST = 6_000;
const SLOWEST_MILLISECONDS = 1_000;

const count = { rejected: 0, accepted: 0, sameLine: 0, wrong: 0, slowest: 0 };
const texts = loadHclTexts()?.filter(({ text }) => text.length > 40 && text.length < LONGEST);
if (texts !== undefined) {
  const random = createRandom(20_261_121);
  for (let run = 0; run < RUNS; run++) {
    const source = texts[random(texts.length)];
    if (source !== undefined) await runMutation(run, source.path, mutateHcl(source.text, random));
  }
  console.log(
    `hcl-mutations: ${RUNS} mutations, ${count.rejected} rejected and ${count.accepted} accepted by both, ` +
      `${count.sameLine} first errors on the same line, ${count.wrong} disagreements, slowest ${count.slowest.toFixed(0)} ms`,
  );
  if (count.wrong > 0) process.exitCode = 1;
}

async function runMutation(run: number, path: string, text: string): Promise<void> {
  const started = performance.now();
  const { errors } = parseHcl(text, { maxDepth: 200 });
  const took = performance.now() - started;
  count.slowest = Math.max(count.slowest, took);
  if (took > SLOWEST_MILLISECONDS) disagree(run, path, `took ${took.toFixed(0)} ms`);
  const rejection = await oracleRejection(text);
  if (rejection === undefined && errors.length === 0) count.accepted++;
  else if (rejection !== undefined && errors.length > 0) noteRejected(text, errors, rejection);
  else disagree(run, path, describe(text, errors, rejection));
}

function noteRejected(text: string, errors: readonly SyntaxError[], rejection: string): void {
  count.rejected++;
  const lines = new LineIndex(text);
  const first = errors[0];
  const theirs = /x\.tf:(\d+),/.exec(rejection)?.[1];
  if (first !== undefined && lines.lineOf(first.start) === Number(theirs)) count.sameLine++;
}

function describe(text: string, errors: readonly SyntaxError[], rejection: string | undefined): string {
  const error = errors[0];
  if (error === undefined) return `only the oracle rejects: ${rejection ?? ''}`;
  const line = text.split('\n')[new LineIndex(text).lineOf(error.start) - 1] ?? '';
  return `only we reject: ${error.message}: ${JSON.stringify(line.slice(0, 100))}`;
}

function disagree(run: number, path: string, message: string): void {
  count.wrong++;
  console.log(`${run} ${path}: ${message}`);
}

/** The syntax error of the oracle. It also refuses to write some valid files as JSON, which is no rejection. */
async function oracleRejection(text: string): Promise<string | undefined> {
  try {
    await parse('x.tf', text);
    return undefined;
  } catch (error) {
    const message = String(error);
    return message.includes('parse config') ? message : undefined;
  }
}
