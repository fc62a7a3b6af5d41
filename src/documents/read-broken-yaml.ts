/**
 * Reads what is readable of a YAML text that is not well-formed, through the tolerant reader of `yaml`. Only for
 * texts the strict reader refused: it is several times slower. May not throw; too deep a text is not composed.
 */
import { Alias, Composer, isMap, isScalar, isSeq, Parser } from 'yaml';
import type { CST, Document, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { DocumentBuilder } from './document-builder.ts';
import type { DocumentError, DocumentLimits, ParsedDocument, ScalarStyle } from './document-node.ts';
import { normalizeYamlTag } from './normalize-yaml-tag.ts';
import { resolveYamlScalar } from './resolve-yaml-scalar.ts';

/** Errors of the tolerant reader that are kept; one broken line can give hundreds. */
const MAX_ERRORS = 20;

const STYLES: ReadonlyMap<string, ScalarStyle> = new Map([
  ['QUOTE_SINGLE', 'single-quoted'],
  ['QUOTE_DOUBLE', 'double-quoted'],
  ['BLOCK_LITERAL', 'literal'],
  ['BLOCK_FOLDED', 'folded'],
]);

type Work = { readonly node: unknown; readonly at: number } | { readonly close: number };

/** Tree of the readable part; `first` is the error that made the strict reader stop, always among the errors. */
export function readBrokenYaml(text: string, limits: DocumentLimits, first: DocumentError): ParsedDocument {
  const builder = new DocumentBuilder(limits);
  builder.fail(first.kind, first.message, first.start, first.end);
  try {
    const tokens = [...new Parser().parse(text)];
    if (isTooDeep(tokens, limits.maxDepth)) {
      builder.fail('budget', 'Nested deeper than the limit; not read', first.start, first.end);
      return builder.result(text.length);
    }
    const options = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const;
    for (const document of new Composer(options).compose(tokens, false, text.length)) addDocument(document, builder);
  } catch (error) {
    const message = error instanceof RangeError ? 'Nested deeper than the limit; not read' : 'Not read further';
    builder.fail('budget', message, first.start, first.end);
  }
  return builder.result(text.length);
}

function addDocument(document: Document.Parsed, builder: DocumentBuilder): void {
  for (const error of document.errors.slice(0, MAX_ERRORS)) {
    builder.fail('syntax', error.message, error.pos[0], error.pos[1]);
  }
  const work: Work[] = [{ node: document.contents, at: document.range[0] }];
  for (let next = work.pop(); next !== undefined && !builder.exhausted; next = work.pop()) {
    if ('close' in next) builder.close(next.close);
    else addNode(next.node, next.at, { work, builder });
  }
  builder.endDocument();
}

function addNode(node: unknown, at: number, into: { work: Work[]; builder: DocumentBuilder }): void {
  const [start, end] = rangeOf(node, at);
  if (node instanceof Alias) into.builder.alias(node.source, start, end);
  else if (isScalar(node)) addScalar(node as Node, [start, end], into.builder);
  else if (isMap(node) || isSeq(node)) addCollection(node, [start, end], into);
  else into.builder.scalar({ type: 'scalar', value: null, text: '', style: 'empty', start, end });
}

function addCollection(
  node: YAMLMap | YAMLSeq,
  [start, end]: readonly [number, number],
  { work, builder }: { work: Work[]; builder: DocumentBuilder },
): void {
  builder.open(isMap(node) ? 'map' : 'sequence', start, { tag: keptTag(node.tag), anchor: node.anchor });
  work.push({ close: end });
  const children = isMap(node) ? node.items.flatMap(childrenOf) : node.items;
  for (let index = children.length - 1; index >= 0; index -= 1) work.push({ node: children[index], at: start });
}

/** A pair without a value gets an empty one, so that keys and values keep alternating. */
function childrenOf(pair: Pair<unknown, unknown>): unknown[] {
  return [pair.key ?? null, pair.value ?? null];
}

function addScalar(node: Node, [start, end]: readonly [number, number], builder: DocumentBuilder): void {
  if (!isScalar(node)) return;
  const source = typeof node.source === 'string' ? node.source : '';
  const plain = node.type === undefined || node.type === 'PLAIN';
  const style = plain && start === end ? 'empty' : (STYLES.get(node.type ?? '') ?? 'plain');
  const tag = node.tag === undefined ? undefined : normalizeYamlTag(node.tag);
  const { value, ambiguous } = resolveYamlScalar(source, style, style === 'plain' ? customOrCore(tag) : tag);
  const kept = keptTag(node.tag);
  const scalar = { type: 'scalar', value, text: source, style, start, end } as const;
  builder.scalar(kept === undefined ? scalar : { ...scalar, tag: kept }, { anchor: node.anchor, ambiguous });
}

/** The tolerant reader gives every resolved scalar the tag of a string; only written ones count. */
function customOrCore(tag: string | undefined): string | undefined {
  return tag === '!!str' ? undefined : tag;
}

function keptTag(tag: string | undefined): string | undefined {
  const normal = tag === undefined ? undefined : normalizeYamlTag(tag);
  return normal === undefined || normal.startsWith('!!') ? undefined : normal;
}

function rangeOf(node: unknown, at: number): readonly [number, number] {
  const range = typeof node === 'object' && node !== null && 'range' in node ? (node as Node).range : undefined;
  return range === undefined || range === null ? [at, at] : [range[0], range[1]];
}

/** Depth of the token tree, without recursion: composing it recurses. */
function isTooDeep(tokens: readonly CST.Token[], maxDepth: number): boolean {
  const work: { token: unknown; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const { token, depth } = next;
    if (depth > maxDepth) return true;
    if (typeof token !== 'object' || token === null) continue;
    if ('value' in token) work.push({ token: token.value, depth: depth + ('items' in token ? 1 : 0) });
    if (!('items' in token) || !Array.isArray(token.items)) continue;
    for (const item of token.items as unknown[]) pushItem(item, depth + 1, work);
  }
  return false;
}

function pushItem(item: unknown, depth: number, work: { token: unknown; depth: number }[]): void {
  if (typeof item !== 'object' || item === null) return;
  if ('key' in item) work.push({ token: item.key, depth });
  if ('value' in item) work.push({ token: item.value, depth });
}
