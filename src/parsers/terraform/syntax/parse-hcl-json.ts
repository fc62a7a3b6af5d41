/**
 * Entry to Terraform's JSON syntax (`*.tf.json`), after https://developer.hashicorp.com/terraform/language/syntax/json
 * and https://github.com/hashicorp/hcl/blob/main/json/spec.md. Gives the same tree as the native syntax. Evaluates
 * nothing.
 */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Attribute, Block, ParsedFile } from './ast.ts';
import { jsonAttributes } from './json-attributes.ts';
import { jsonBlocks } from './json-blocks.ts';
import { tooDeepJson } from './too-deep-json.ts';
import type { JsonSource } from './json-source.ts';
import { propertiesOf } from './properties-of.ts';
import { spanOf } from './span-of.ts';

/** Labels of Terraform's top-level blocks; other properties of a file are attributes. */
const LABELS: ReadonlyMap<string, number> = new Map([
  ['resource', 2],
  ['data', 2],
  ['ephemeral', 2],
  ['variable', 1],
  ['output', 1],
  ['module', 1],
  ['provider', 1],
  ['check', 1],
  ['locals', 0],
  ['terraform', 0],
  ['moved', 0],
  ['import', 0],
  ['removed', 0],
]);

/**
 * Parses one file. Never throws: errors, of JSON and of templates, are in `errors`, in source order, and what could
 * be read is in `body`. Every block is at the top level; inside blocks there are attributes only.
 *
 * @param text may start with a BOM; offsets count from behind it
 * @param options `maxDepth` bounds nesting of JSON and of expressions in strings; a text nested deeper is not read
 */
export function parseHclJson(text: string, options: { maxDepth: number }): ParsedFile {
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const json: JsonSource = { text: source, maxDepth: options.maxDepth, errors: [] };
  const tooDeep = tooDeepJson(source, options.maxDepth);
  const end = source.length;
  if (tooDeep !== -1) {
    const message = `Nested deeper than the limit of ${options.maxDepth}`;
    return {
      body: { attributes: [], blocks: [], start: 0, end },
      errors: [{ message, start: tooDeep, end: tooDeep + 1 }],
    };
  }
  const root = readTree(json);
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  for (const node of rootObjects(json, root)) readRoot(json, node, attributes, blocks);
  const errors = json.errors.sort((one, other) => one.start - other.start);
  return { body: { attributes, blocks, start: 0, end }, errors };
}

function readTree(json: JsonSource): Node | undefined {
  const found: ParseError[] = [];
  const root = parseTree(json.text, found, { disallowComments: true, allowTrailingComma: false });
  for (const { error, offset, length } of found) {
    json.errors.push({
      message: `Invalid JSON: ${words(printParseErrorCode(error))}`,
      start: offset,
      end: offset + length,
    });
  }
  return root;
}

/** `CloseBraceExpected` to `close brace expected`. */
function words(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

/** A file is one object, or an array of objects that are read as one. */
function rootObjects(json: JsonSource, root: Node | undefined): readonly Node[] {
  if (root === undefined) return [];
  const nodes = root.type === 'array' ? (root.children ?? []) : [root];
  for (const node of nodes) {
    if (node.type !== 'object') json.errors.push({ message: 'An object is expected here', ...spanOf(node) });
  }
  return nodes.filter((node) => node.type === 'object');
}

function readRoot(json: JsonSource, node: Node, attributes: Attribute[], blocks: Block[]): void {
  const properties = propertiesOf(node);
  for (const property of properties) {
    const labels = LABELS.get(property.name);
    if (labels !== undefined) for (const block of jsonBlocks(json, property, labels)) blocks.push(block);
  }
  const others = properties.filter((property) => !LABELS.has(property.name));
  for (const attribute of jsonAttributes(json, others)) attributes.push(attribute);
}
