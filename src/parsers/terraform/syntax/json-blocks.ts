/**
 * Blocks of `*.tf.json`. JSON does not say where labels end and a body begins; the caller does. What a block holds
 * stays attributes, because only a provider's schema could tell blocks from arguments.
 */
import type { Node } from 'jsonc-parser';
import type { Block, Label, Span } from './ast.ts';
import { jsonAttributes } from './json-attributes.ts';
import type { JsonProperty, JsonSource } from './json-source.ts';
import { propertiesOf } from './properties-of.ts';
import { spanOf } from './span-of.ts';

interface Header extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  readonly labels: readonly Label[];
}

/**
 * Reads the blocks a top-level property declares: objects nested by `labelCount` labels around bodies, each of them
 * one object or an array of objects.
 */
export function jsonBlocks(source: JsonSource, property: JsonProperty, labelCount: number): readonly Block[] {
  const blocks: Block[] = [];
  const nameSpan = spanOf(property.key);
  const header = { name: property.name, nameSpan, labels: [], start: property.start, end: property.value.offset };
  collectBlocks({ source, blocks, labelCount }, header, property.value);
  return blocks;
}

interface Collection {
  readonly source: JsonSource;
  readonly blocks: Block[];
  readonly labelCount: number;
}

function collectBlocks(collection: Collection, header: Header, node: Node): void {
  const span = spanOf(node);
  if (node.type === 'array') {
    for (const item of node.children ?? [])
      collectBlocks(collection, { ...header, start: item.offset, end: item.offset }, item);
  } else if (node.type !== 'object') {
    // Terraform takes null for "no block".
    if (node.type !== 'null')
      collection.source.errors.push({ message: 'An object or an array of objects is expected here', ...span });
  } else if (header.labels.length === collection.labelCount) {
    collection.blocks.push(blockOf(collection.source, header, node));
  } else {
    for (const property of propertiesOf(node)) {
      if (property.name === '//' && property.value.type === 'string') continue;
      const label = { value: property.name, quoted: true, ...spanOf(property.key) };
      const labels = [...header.labels, label];
      collectBlocks(
        collection,
        { ...header, labels, start: property.start, end: property.value.offset },
        property.value,
      );
    }
  }
}

function blockOf(source: JsonSource, header: Header, node: Node): Block {
  const { start, end } = spanOf(node);
  const body = { attributes: jsonAttributes(source, propertiesOf(node)), blocks: [], start: start + 1, end: end - 1 };
  const headerSpan = { start: header.start, end: header.end };
  const { name, nameSpan, labels } = header;
  return { type: 'block', name, nameSpan, labels, body, header: headerSpan, closed: true, start: header.start, end };
}
