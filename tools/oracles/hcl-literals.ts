/**
 * Compares every literal attribute value with what the Go implementation of HCL reads, over real files. Values that
 * are not literal are only counted. Development only: needs the data in `../shared`, ends well where it is absent.
 */
import { isDeepStrictEqual } from 'node:util';
import { parse } from '@cdktf/hcl2json';
import type { Block, Body } from '../../src/parsers/terraform/syntax/ast.ts';
import { parseHcl } from '../../src/parsers/terraform/syntax/parse-hcl.ts';
import { literalValue } from './literal-value.ts';
import { loadHclTexts } from './load-hcl-texts.ts';

/** Files on which the oracle is wrong, with the reason. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  [
    'public/files/checkov/tests/terraform/checks/resource/kubernetes/example_DockerSocketVolume/main.tf',
    'an argument and a block of the same name share one key in the JSON of the oracle, which loses the block',
  ],
]);

const count = { files: 0, literals: 0, others: 0, differing: 0, rejected: 0 };
const texts = loadHclTexts();
if (texts !== undefined) {
  for (const { path, text } of texts) await compareFile(path, text);
  console.log(
    `hcl-literals: ${count.files} files, ${count.literals} literals equal, ${count.others} not literal, ` +
      `${count.rejected} files rejected by both, ${count.differing} differences, ${EXCEPTIONS.size} exceptions`,
  );
  if (count.differing > 0) process.exitCode = 1;
}

async function compareFile(path: string, text: string): Promise<void> {
  const ours = parseHcl(text, { maxDepth: 200 });
  count.files++;
  const theirs = await readOracle(path, text);
  if (theirs === undefined) {
    if (ours.errors.length > 0) count.rejected++;
    else differ(path, 'rejected by the oracle only', undefined);
  } else if (ours.errors.length > 0) differ(path, 'rejected by us only', ours.errors[0]?.message);
  else compareBody(path, ours.body, theirs);
}

async function readOracle(path: string, text: string): Promise<unknown> {
  try {
    return await parse(path, text);
  } catch {
    return undefined;
  }
}

function compareBody(path: string, body: Body, theirs: unknown): void {
  for (const attribute of body.attributes) {
    const ours = literalValue(attribute.value);
    if (ours === undefined) count.others++;
    else compareValue(`${path}: ${attribute.name}`, ours.value, memberOf(theirs, attribute.name));
  }
  const seen = new Map<string, number>();
  for (const block of body.blocks) {
    const key = JSON.stringify([block.name, ...block.labels.map((label) => label.value)]);
    const index = seen.get(key) ?? 0;
    seen.set(key, index + 1);
    compareBody(`${path}: ${block.name}`, block.body, blockOf(theirs, block, index));
  }
}

function blockOf(theirs: unknown, block: Block, index: number): unknown {
  let node = memberOf(theirs, block.name);
  for (const label of block.labels) node = memberOf(node, label.value);
  return Array.isArray(node) ? node[index] : node;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function compareValue(where: string, ours: unknown, theirs: unknown): void {
  if (isDeepStrictEqual(ours, theirs)) count.literals++;
  else differ(where, JSON.stringify(ours), JSON.stringify(theirs));
}

function differ(where: string, ours: string, theirs: string | undefined): void {
  const path = where.split(': ')[0] ?? where;
  if (EXCEPTIONS.has(path)) return;
  count.differing++;
  console.log(`${where}\n  ours   ${ours}\n  oracle ${theirs ?? ''}`);
}
