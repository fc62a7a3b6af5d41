/** A new nested block at the end of a block, apart from what stands before it. Changes no other line. */
import type { Block } from '../../parsers/terraform/syntax/ast.ts';
import { insertAfter } from '../insert-after.ts';
import { blockLayout } from './block-layout.ts';

/**
 * The text with the nested blocks `names[0] { names[1] { … } }` and the argument in the innermost; undefined where
 * the block is not laid out in lines.
 *
 * @param names nested blocks, then the argument
 */
export function insertBlock(text: string, block: Block, names: readonly string[], value: string): string | undefined {
  const layout = blockLayout(text, block);
  if (layout === undefined) return undefined;
  let after = layout.last - 1;
  while (after > layout.first && layout.lines[after - 1]?.text.trim() === '') after -= 1;
  const added = render(names, value, layout.inner, layout.unit);
  return insertAfter(text, after, after === layout.first ? added : ['', ...added]);
}

function render(names: readonly string[], value: string, indentation: string, unit: string): readonly string[] {
  const [name = '', ...rest] = names;
  if (rest.length === 0) return [`${indentation}${name} = ${value}`];
  return [`${indentation}${name} {`, ...render(rest, value, indentation + unit, unit), `${indentation}}`];
}
