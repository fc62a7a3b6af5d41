/**
 * Compares the ranges of all blocks and attributes with tree-sitter's, over real files. Development only: needs
 * the data in `../shared`, prints one line and ends well where it is absent.
 */
import { createRequire } from 'node:module';
import { Language, type Node, Parser } from 'web-tree-sitter';
import type { Body } from '../../src/parsers/terraform/syntax/ast.ts';
import { parseHcl } from '../../src/parsers/terraform/syntax/parse-hcl.ts';
import { loadHclTexts } from './load-hcl-texts.ts';

const texts = loadHclTexts();
if (texts !== undefined) {
  const parser = await createParser();
  let ranges = 0;
  let differing = 0;
  for (const { path, text } of texts) {
    const ours = rangesOf(parseHcl(text, { maxDepth: 200 }).body, []).sort();
    const tree = parser.parse(text);
    const theirs = tree === null ? [] : nodeRanges(tree.rootNode).sort();
    tree?.delete();
    ranges += ours.length;
    const wrong = ours
      .filter((range) => !theirs.includes(range))
      .concat(theirs.filter((range) => !ours.includes(range)));
    if (wrong.length === 0 && ours.length === theirs.length) continue;
    differing++;
    console.log(`${path}: ${wrong.slice(0, 4).join(', ')}`);
  }
  console.log(`hcl-ranges: ${texts.length} files, ${ranges} ranges, ${differing} files differ`);
  if (differing > 0) process.exitCode = 1;
}

async function createParser(): Promise<Parser> {
  const resolve = createRequire(import.meta.url).resolve;
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(resolve('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm')));
  return parser;
}

function rangesOf(body: Body, found: string[]): string[] {
  for (const attribute of body.attributes) found.push(`attribute ${attribute.start}-${attribute.end}`);
  for (const block of body.blocks) {
    found.push(`block ${block.start}-${block.end}`);
    rangesOf(block.body, found);
  }
  return found;
}

function nodeRanges(root: Node): string[] {
  const found: string[] = [];
  const pending: Node[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'attribute' || node.type === 'block')
      found.push(`${node.type} ${node.startIndex}-${node.endIndex}`);
    for (const child of node.children) {
      if (child !== null && child.type !== 'expression') pending.push(child);
    }
  }
  return found;
}
