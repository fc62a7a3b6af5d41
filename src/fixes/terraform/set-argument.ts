/**
 * Gives an argument of a block, or of a block nested in it, a value. Certain edits only: a value that comes from a
 * variable, a dynamic or repeated block and blocks on one line are left alone.
 */
import type { Block } from '../../parsers/terraform/syntax/ast.ts';
import { insertArgument } from './insert-argument.ts';
import { insertBlock } from './insert-block.ts';
import { isLiteral } from './is-literal.ts';

/** The new text, the same text where the value stands there already, undefined where the edit is not certain. */
export function setArgument(text: string, block: Block, path: readonly string[], value: string): string | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return undefined;
  const attributes = block.body.attributes.filter((attribute) => attribute.name === name);
  const blocks = block.body.blocks.filter((nested) => nested.name === name || isDynamic(nested, name));
  const [attribute] = attributes;
  const [nested] = blocks;
  if (attributes.length + blocks.length > 1) return undefined;
  if (attribute !== undefined) {
    const { start, end } = attribute.value;
    const isCertain = rest.length === 0 && isLiteral(attribute.value, text);
    return isCertain ? text.slice(0, start) + value + text.slice(end) : undefined;
  }
  if (nested !== undefined) {
    return rest.length === 0 || nested.name !== name ? undefined : setArgument(text, nested, rest, value);
  }
  return rest.length === 0 ? insertArgument(text, block, name, value) : insertBlock(text, block, path, value);
}

function isDynamic({ name, labels }: Block, wanted: string): boolean {
  return name === 'dynamic' && labels[0]?.value === wanted;
}
