/**
 * Runs HCL's own specification suite: what it calls an error is an error on the same line, all else is read without
 * one, and every result it states is what our evaluation gives. Development only: needs the data in `../shared`.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { LineIndex } from '../../src/documents/line-index.ts';
import type { Value } from '../../src/model/value.ts';
import type { TreeReader } from '../../src/model/tree.ts';
import type { Block, Body, Expression, ParsedFile } from '../../src/parsers/terraform/syntax/ast.ts';
import { createSession } from '../../src/parsers/terraform/create-session.ts';
import type { Binding } from '../../src/parsers/terraform/evaluation/session.ts';
import { parseHcl } from '../../src/parsers/terraform/syntax/parse-hcl.ts';
import { parseHclJson } from '../../src/parsers/terraform/syntax/parse-hcl-json.ts';
import { encodeJson } from '../../src/parsers/terraform/values/encode-json.ts';
import { unpackShared } from '../unpack-shared.ts';
import { ORACLE_LIMITS } from './oracle-limits.ts';

/** Cases that are about neither syntax nor expressions, with the reason. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ['structure/attributes/unexpected', 'the error is that a schema does not know an argument'],
]);
const OPTIONS = { maxDepth: 100 };
const EMPTY: TreeReader = { read: () => ({ status: 'missing' }), list: () => [] };

const count = { cases: 0, seeds: 0, files: 0, values: 0, failed: 0 };
const folder = unpackShared('data/hcl-specsuite.tar.gz');
if (folder !== undefined) {
  const root = join(folder, 'hcl');
  for (const path of globSync('**/*.{hcl,hcldec,t}', { cwd: join(root, 'specsuite/tests') }).sort())
    runFile(root, path);
  for (const path of globSync('**/testdata/fuzz/*/*', { cwd: root }).sort()) runSeed(root, path);
  console.log(
    `hcl-specsuite: ${count.cases} cases, ${count.values} results equal by evaluation, ${count.files} files of the suite and ` +
      `${count.seeds} fuzz seeds read, ${count.failed} failed, ${EXCEPTIONS.size} exceptions`,
  );
  if (count.failed > 0) process.exitCode = 1;
}

function fail(path: string, message: string): void {
  count.failed++;
  console.log(`${path}: ${message}`);
}

function runFile(root: string, path: string): void {
  const text = readFileSync(join(root, 'specsuite/tests', path), 'utf8');
  if (path.endsWith('.hcl')) runCase(root, path, text);
  else {
    count.files++;
    const error = parseHcl(text, OPTIONS).errors[0];
    if (error !== undefined) fail(path, error.message);
  }
}

function runCase(root: string, path: string, text: string): void {
  const name = path.replace(/\.hcl$/, '');
  if (EXCEPTIONS.has(name)) return;
  count.cases++;
  const parsed = parseHcl(text, OPTIONS);
  const lines = new LineIndex(text);
  const found = new Set(parsed.errors.map((error) => lines.lineOf(error.start)));
  const specText = readFileSync(join(root, 'specsuite/tests', `${name}.t`), 'utf8');
  const spec = parseHcl(specText, OPTIONS).body;
  const expected = expectedLines(spec);
  for (const line of expected) if (!found.has(line)) fail(path, `no error on line ${line}`);
  if (expected.length === 0 && found.size > 0) fail(path, `error on line ${[...found].join(', ')}`);
  const result = spec.attributes.find((attribute) => attribute.name === 'result')?.value;
  const wanted = result && evaluate(result, specText, undefined);
  // A schema that reads no argument gives a text of its own.
  if (isRecord(wanted)) compareResult(path, wanted, readBody(parsed.body, { text, names: namesOf(root, name) }));
}

function expectedLines(spec: Body): readonly number[] {
  const diagnostics = spec.blocks.filter((block) => block.name === 'diagnostics').flatMap((block) => block.body.blocks);
  return diagnostics
    .flatMap((block) => block.body.blocks)
    .flatMap((block) => {
      const line = block.body.attributes.find((attribute) => attribute.name === 'line')?.value;
      return block.name === 'from' && line?.type === 'literal' ? [Number(line.value)] : [];
    });
}

interface Source {
  readonly text: string;
  readonly names: Binding | undefined;
}

/** What the case's schema file gives to expressions. */
function namesOf(root: string, name: string): Binding | undefined {
  const text = readFileSync(join(root, 'specsuite/tests', `${name}.hcldec`), 'utf8');
  const block = parseHcl(text, OPTIONS).body.blocks.find((each) => each.name === 'variables');
  return block?.body.attributes.reduce<Binding | undefined>((next, attribute) => {
    return { name: attribute.name, value: evaluateValue(attribute.value, { text, names: undefined }), next };
  }, undefined);
}

function evaluateValue(expression: Expression, { text, names }: Source): Value {
  const unit = { format: 'terraform' as const, path: '.', files: [] };
  const session = createSession(unit, { environment: 'default', limits: ORACLE_LIMITS }, EMPTY);
  const file = { path: 'main.tf', text, lines: new LineIndex(text), lineOffset: 0 };
  return session.evaluate(expression, { session, scope: undefined, file, bindings: names });
}

/** Plain JSON; undefined where our evaluation does not know the value. */
function evaluate(expression: Expression, text: string, names: Binding | undefined): unknown {
  const json = encodeJson(evaluateValue(expression, { text, names }));
  return json === undefined ? undefined : (JSON.parse(json) as unknown);
}

/** Attributes by name, blocks by type and label; a schema of the suite reads the same. */
function readBody(body: Body, source: Source): Record<string, unknown> {
  const merged = new Map<string, unknown>();
  for (const block of body.blocks) {
    const [known, value] = [merged.get(block.name), readBlock(block, source)];
    merged.set(block.name, isRecord(known) && isRecord(value) ? { ...known, ...value } : value);
  }
  const attributes = body.attributes.map(
    ({ name, value }) => [name, evaluate(value, source.text, source.names)] as const,
  );
  return Object.fromEntries([...merged, ...attributes]);
}

function readBlock(block: Block, source: Source): unknown {
  const body = readBody(block.body, source);
  return block.labels.reduceRight<unknown>((inner, label) => ({ [label.value]: inner }), body);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Compares leaf by leaf, so that every difference has its name. */
function compareResult(where: string, expected: unknown, ours: unknown): void {
  if (isRecord(expected) && isRecord(ours)) {
    const [only, ...others] = Object.values(ours);
    // A schema may leave out the block around what it reads.
    const read =
      others.length === 0 && isRecord(only) && !Object.keys(expected).some((key) => key in ours) ? only : ours;
    for (const [key, value] of Object.entries(expected)) compareResult(`${where}.${key}`, value, read[key]);
    return;
  }
  if (isDeepStrictEqual(expected, ours)) count.values++;
  else fail(where, `${JSON.stringify(ours) ?? 'unknown'}, not ${JSON.stringify(expected)}`);
}

/** Seeds of the fuzzers are valid inputs: whole files, or expressions and templates, which are put into a file. */
function runSeed(root: string, path: string): void {
  const quoted = /\[\]byte\((".*")\)/.exec(readFileSync(join(root, path), 'utf8'))?.[1];
  count.seeds++;
  const error = quoted === undefined ? undefined : parseSeed(path, JSON.parse(quoted) as string).errors[0];
  if (quoted === undefined) fail(path, 'not a seed');
  if (error !== undefined) fail(path, error.message);
}

function parseSeed(path: string, text: string): ParsedFile {
  if (path.endsWith('.json')) return parseHclJson(text, OPTIONS);
  if (path.endsWith('.hcl')) return parseHcl(text, OPTIONS);
  if (path.endsWith('.tmpl')) return parseHcl(`x = <<EOT\n${text}\nEOT\n`, OPTIONS);
  return parseHcl(`x = ${text}\n`, OPTIONS);
}
