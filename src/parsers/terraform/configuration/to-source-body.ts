/**
 * A parsed body to parts by name that remember their file. Repeated attributes keep the first; the parser has
 * reported the rest.
 */
import type { Block, Body } from '../syntax/ast.ts';
import { jsonBlocksOf } from './json-blocks-of.ts';
import type { SourceAttribute, SourceBlock, SourceBody, SourceFile } from './module-configuration.ts';

/** The body with everything nested in it; the parser has bounded the nesting. */
export function toSourceBody(body: Body, file: SourceFile): SourceBody {
  const attributes = new Map<string, SourceAttribute>();
  for (const attribute of body.attributes) {
    if (attributes.has(attribute.name)) continue;
    attributes.set(attribute.name, { name: attribute.name, expression: attribute.value, file });
  }
  const read: SourceBody = { attributes, blocks: body.blocks.map((block) => toSourceBlock(block, file)) };
  return file.path.endsWith('.json') ? jsonBlocksOf(read) : read;
}

function toSourceBlock(block: Block, file: SourceFile): SourceBlock {
  return {
    name: block.name,
    labels: block.labels,
    body: toSourceBody(block.body, file),
    file,
    span: { start: block.start, end: block.end },
    header: block.header,
  };
}
