/**
 * Measures our Terraform functions against OpenTofu's published examples, read from `../shared` beside the repository.
 * Prints agreement and every exception by name; changes nothing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { LineIndex } from '../../src/documents/line-index.ts';
import type { ReadResult, TreeReader } from '../../src/model/tree.ts';
import type { Unit } from '../../src/model/unit.ts';
import type { Value } from '../../src/model/value.ts';
import { createSession } from '../../src/parsers/terraform/create-session.ts';
import { parseHcl } from '../../src/parsers/terraform/syntax/parse-hcl.ts';
import { encodeJson } from '../../src/parsers/terraform/values/encode-json.ts';

interface FunctionCase {
  readonly fn: string;
  readonly expr: string;
  readonly want: unknown;
  readonly set: boolean;
}

/** Functions whose published example cannot be had from the tree, with the reason. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ['base64gzip', 'the compressed bytes are those of one compressor, not of the format; the result stays unresolved'],
  ['plantimestamp', 'the time of the plan is not in the tree; the result stays unresolved'],
]);

const CASES = new URL('../../../shared/data/terraform-functions.jsonl', import.meta.url);

/** The files OpenTofu's own test data has. */
const FILES: ReadonlyMap<string, string> = new Map([
  ['hello.txt', 'hello!'],
  ['hello.tmpl', 'Hello, ${name}!'],
  ['subdirectory/hello.txt', 'hello!'],
  ['subdirectory/hello.tmpl', 'Hello, ${name}!'],
]);

const reader: TreeReader = {
  read(path): ReadResult {
    const text = FILES.get(path);
    if (text === undefined) return { status: 'missing' };
    return { status: 'text', text, entry: { path, mode: 'file', blob: path, size: Buffer.byteLength(text) } };
  },
  list(directory) {
    const prefix = directory === '' ? '' : `${directory}/`;
    const below = [...FILES.keys()].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
    return [...new Set(below.map((path) => path.split('/')[0] ?? ''))].sort();
  },
};

function evaluate(text: string): Value {
  const source = `value = ${text}\n`;
  const unit: Unit = { format: 'terraform', path: '.', files: [] };
  const limits = {
    fileBytes: 1e6,
    treeBytes: 1e8,
    treeEntries: 1e5,
    nesting: 100,
    unitSteps: 1e6,
    unitResources: 1e4,
    ruleSteps: 1e4,
    rulesSteps: 1e6,
    findings: 1e4,
  };
  const session = createSession(unit, { environment: 'default', limits }, reader);
  const expression = parseHcl(source, { maxDepth: 100 }).body.attributes[0]?.value;
  if (!expression) return { state: 'absent' };
  const file = { path: 'main.tf', text: source, lines: new LineIndex(source), lineOffset: 0 };
  return session.evaluate(expression, { session, scope: undefined, file, bindings: undefined });
}

/** JSON with sorted keys; a set in any order is the same set. */
function canonical(value: unknown, isSet: boolean): string {
  const sorted =
    isSet && Array.isArray(value)
      ? value.map((item) => canonical(item, false)).sort((a, b) => (a < b ? -1 : 1))
      : value;
  return JSON.stringify(sorted, (_key, nested: unknown) => {
    if (typeof nested !== 'object' || nested === null || Array.isArray(nested)) return nested;
    return Object.fromEntries(Object.entries(nested).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function check({ expr, want, set }: FunctionCase): string | undefined {
  const value = evaluate(expr);
  const text = encodeJson(value);
  if (text === undefined)
    return value.state === 'unresolved' ? `unresolved: ${value.reason} (${value.subject})` : value.state;
  const isDocument = value.state === 'known' && value.type !== 'scalar' && value.encoded === 'json';
  const got: unknown = isDocument ? text : JSON.parse(text);
  return canonical(got, set) === canonical(want, set) ? undefined : `gives ${text}`;
}

if (!existsSync(CASES)) {
  console.log('terraform-functions: ../shared is not here, nothing measured');
} else {
  const lines = readFileSync(CASES, 'utf8').split('\n').filter(Boolean);
  const cases = lines.map((line) => JSON.parse(line) as FunctionCase);
  const differing = cases.flatMap((each) => {
    const trouble = check(each);
    return trouble === undefined ? [] : [{ name: each.fn, text: `  ${each.fn}: ${each.expr} ${trouble}` }];
  });
  const excepted = differing.filter(({ name }) => EXCEPTIONS.has(name));
  const failed = differing.length - excepted.length;
  console.log(
    `terraform-functions: ${cases.length - differing.length} of ${cases.length} agree, ${failed} failed, ` +
      `${excepted.length} exceptions`,
  );
  for (const { name, text } of differing)
    console.log(`${text}${EXCEPTIONS.has(name) ? `: ${EXCEPTIONS.get(name)}` : ''}`);
  if (failed > 0) process.exitCode = 1;
}
