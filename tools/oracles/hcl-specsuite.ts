/**
 * Runs the syntax cases of HCL's own specification suite: what it calls an error is an error on the same line, all
 * else is read without one, and literal results are equal. Development only: needs the data in `../shared`.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { LineIndex } from '../../src/documents/line-index.ts';
import type { Body, Expression, ParsedFile } from '../../src/parsers/terraform/syntax/ast.ts';
import { parseHcl } from '../../src/parsers/terraform/syntax/parse-hcl.ts';
import { parseHclJson } from '../../src/parsers/terraform/syntax/parse-hcl-json.ts';
import { unpackShared } from '../unpack-shared.ts';
import { literalValue } from './literal-value.ts';

/** Cases that are not about syntax, with the reason. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ['structure/attributes/unexpected', 'the error is that a schema does not know an argument'],
]);
const OPTIONS = { maxDepth: 100 };

const count = { cases: 0, seeds: 0, files: 0, values: 0, failed: 0 };
const folder = unpackShared('data/hcl-specsuite.tar.gz');
if (folder !== undefined) {
  const root = join(folder, 'hcl');
  for (const path of globSync('**/*.{hcl,hcldec,t}', { cwd: join(root, 'specsuite/tests') }).sort())
    runFile(root, path);
  for (const path of globSync('**/testdata/fuzz/*/*', { cwd: root }).sort()) runSeed(root, path);
  console.log(
    `hcl-specsuite: ${count.cases} cases, ${count.values} literal values equal, ${count.files} files of the suite and ` +
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
  const spec = parseHcl(readFileSync(join(root, 'specsuite/tests', `${name}.t`), 'utf8'), OPTIONS).body;
  const expected = expectedLines(spec);
  for (const line of expected) if (!found.has(line)) fail(path, `no error on line ${line}`);
  if (expected.length === 0 && found.size > 0) fail(path, `error on line ${[...found].join(', ')}`);
  const result = spec.attributes.find((attribute) => attribute.name === 'result')?.value;
  if (result?.type === 'object') for (const item of result.items) compareItem(path, item, parsed.body);
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

function compareItem(path: string, item: { key: Expression; value: Expression }, body: Body): void {
  const name = String(literalValue(item.key)?.value);
  const ours = body.attributes.find((attribute) => attribute.name === name)?.value;
  if (ours !== undefined) compareExpression(`${path}: ${name}`, item.value, ours);
}

/** Compares as deep as both are objects; other values only where both are literal. */
function compareExpression(where: string, expected: Expression, ours: Expression): void {
  if (expected.type === 'object' && ours.type === 'object') {
    const items = new Map(ours.items.map((item) => [literalValue(item.key)?.value, item.value]));
    for (const item of expected.items) {
      const key = literalValue(item.key)?.value;
      const other = items.get(key);
      if (other !== undefined) compareExpression(`${where}.${String(key)}`, item.value, other);
    }
    return;
  }
  const [one, other] = [literalValue(expected), literalValue(ours)];
  if (one === undefined || other === undefined) return;
  count.values++;
  if (!isDeepStrictEqual(one, other)) fail(where, `${JSON.stringify(other.value)}, not ${JSON.stringify(one.value)}`);
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
