/**
 * JSON configuration writes blocks as objects. Turns those that Terraform itself defines (`lifecycle`, `dynamic`,
 * `required_providers` …) back into blocks; whether a provider's argument is a block only its schema could tell.
 */
import type { Expression, Label, ObjectExpression } from '../syntax/ast.ts';
import type { SourceAttribute, SourceBlock, SourceBody } from './module-configuration.ts';

/** Blocks of Terraform's own language with their number of labels. */
const BLOCKS: ReadonlyMap<string, number> = new Map([
  ['lifecycle', 0],
  ['connection', 0],
  ['provisioner', 1],
  ['dynamic', 1],
  ['content', 0],
  ['required_providers', 0],
  ['backend', 1],
  ['cloud', 0],
  ['assume_role', 0],
]);

/** The body with those attributes as blocks. */
export function jsonBlocksOf(body: SourceBody): SourceBody {
  const attributes = new Map<string, SourceAttribute>();
  const blocks: SourceBlock[] = [...body.blocks];
  for (const [name, attribute] of body.attributes) {
    const labels = BLOCKS.get(name);
    const found = labels === undefined ? [] : readBlocks(attribute, attribute.expression, labels, []);
    if (found.length > 0) for (const item of found) blocks.push(item);
    else attributes.set(name, attribute);
  }
  return { attributes, blocks };
}

function readBlocks(
  attribute: SourceAttribute,
  expression: Expression,
  left: number,
  labels: readonly Label[],
): SourceBlock[] {
  if (expression.type === 'tuple') return expression.items.flatMap((item) => readBlocks(attribute, item, left, labels));
  if (expression.type !== 'object') return [];
  if (left === 0) return [toBlock(attribute, expression, labels)];
  return expression.items.flatMap(({ key, value, start, end }) => {
    const label: Label = { value: textOf(key), quoted: true, start, end };
    return readBlocks(attribute, value, left - 1, [...labels, label]);
  });
}

function toBlock({ name, file }: SourceAttribute, object: ObjectExpression, labels: readonly Label[]): SourceBlock {
  const attributes = new Map<string, SourceAttribute>();
  for (const item of object.items) {
    const key = textOf(item.key);
    if (key !== '//') attributes.set(key, { name: key, expression: item.value, file });
  }
  const span = { start: object.start, end: object.end };
  return { name, labels, body: jsonBlocksOf({ attributes, blocks: [] }), file, span, header: span };
}

function textOf(key: Expression): string {
  const [part] = key.type === 'template' ? key.parts : [];
  return part?.type === 'text' ? part.value : '';
}
