/**
 * A new argument in a block, where its author would have written it: behind the last argument on one line, aligned
 * with its group as `terraform fmt` does. No other line changes: a name longer than its group stands apart.
 */
import type { Attribute, Block } from '../../parsers/terraform/syntax/ast.ts';
import { indentationOf } from '../indentation-of.ts';
import { insertAfter } from '../insert-after.ts';
import { type BlockLayout, blockLayout } from './block-layout.ts';

/** Arguments that stand at the beginning or the end of a block by convention. */
const META: ReadonlySet<string> = new Set(['count', 'for_each', 'provider', 'depends_on']);

/** The text with the argument; undefined where the block is not laid out in lines. */
export function insertArgument(text: string, block: Block, name: string, value: string): string | undefined {
  const layout = blockLayout(text, block);
  if (layout === undefined) return undefined;
  const { body } = block;
  const firstBlock = body.blocks[0]?.start ?? block.end;
  const above = body.attributes.filter(({ start }) => start < firstBlock);
  const single = above.filter(({ start, end }) => layout.lineOf(start) === layout.lineOf(end));
  const beside = single.findLast((attribute) => !META.has(attribute.name)) ?? single.at(-1);
  if (beside !== undefined) return insertBeside(text, beside, { block, layout }, { name, value });
  const line = `${layout.inner}${name} = ${value}`;
  const after = above.at(-1);
  if (after !== undefined) return insertAfter(text, layout.lineOf(after.end), [line]);
  const next = layout.lines[layout.first]?.text.trim();
  const isApart = next === '' || next === '}';
  return insertAfter(text, layout.first, isApart ? [line] : [line, '']);
}

function insertBeside(
  text: string,
  beside: Attribute,
  { block, layout }: { readonly block: Block; readonly layout: BlockLayout },
  { name, value }: { readonly name: string; readonly value: string },
): string | undefined {
  const { lineOf, lines } = layout;
  const line = lineOf(beside.start);
  const written = lines[line - 1]?.text ?? '';
  const widths = groupOf(beside, block, layout).map((attribute) => equalsSign(attribute, text) - attribute.start);
  const [width = 0] = widths;
  const indentation = indentationOf(written);
  const isAligned = widths.every((each) => each === width);
  const isLonger = name.length + 1 > width;
  const padded = isAligned && !isLonger ? name.padEnd(width) : `${name} `;
  const added = `${indentation}${padded}= ${value}`;
  return insertAfter(text, line, isAligned && isLonger ? ['', added, ...apart(lines[line]?.text)] : [added]);
}

/** A blank line, unless what follows is one or the end of the block. */
function apart(next: string | undefined): readonly string[] {
  const trimmed = next?.trim() ?? '';
  return trimmed === '' || trimmed === '}' ? [] : [''];
}

/** The arguments on neighbouring lines, which share one column of equals signs. */
function groupOf(beside: Attribute, { body }: Block, { lineOf }: BlockLayout): readonly Attribute[] {
  const byLine = new Map<number, Attribute>();
  for (const attribute of body.attributes) {
    if (lineOf(attribute.start) === lineOf(attribute.end)) byLine.set(lineOf(attribute.start), attribute);
  }
  const group: Attribute[] = [beside];
  for (const step of [-1, 1]) {
    let line = lineOf(beside.start) + step;
    for (let next = byLine.get(line); next !== undefined; next = byLine.get(line)) {
      group.push(next);
      line += step;
    }
  }
  return group;
}

function equalsSign({ nameSpan, value }: Attribute, text: string): number {
  const at = text.indexOf('=', nameSpan.end);
  return at === -1 || at > value.start ? nameSpan.end : at;
}
