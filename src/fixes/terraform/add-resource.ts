/** A companion resource behind a block, written in that file's indentation. Never beside one that repeats itself. */
import type { Block } from '../../parsers/terraform/syntax/ast.ts';
import { indentationOf } from '../indentation-of.ts';
import { insertAfter } from '../insert-after.ts';
import { blockLayout } from './block-layout.ts';

/** Arguments a companion would have to repeat. */
const PER_INSTANCE: ReadonlySet<string> = new Set(['count', 'for_each', 'provider']);

/**
 * The text with the new block; undefined where the block has instances or a provider of its own, and where its layout
 * does not end on a line.
 *
 * @param template HCL, two spaces a level; `{label}` stands for the label of `block`
 */
export function addResource(text: string, block: Block, template: string): string | undefined {
  const label = block.labels[1]?.value ?? '';
  const layout = blockLayout(text, block);
  if (layout === undefined || !/^[A-Za-z_][A-Za-z0-9_-]*$/.test(label)) return undefined;
  if (block.body.attributes.some(({ name }) => PER_INSTANCE.has(name))) return undefined;
  const outer = indentationOf(layout.lines[layout.first - 1]?.text ?? '');
  const lines = template.trimEnd().replaceAll('{label}', label).split('\n');
  const added = lines.map((line) => outer + reindent(line, layout.unit));
  const next = layout.lines[layout.last]?.text.trim();
  return insertAfter(text, layout.last, ['', ...added, ...(next === undefined || next === '' ? [] : [''])]);
}

function reindent(line: string, unit: string): string {
  const blanks = indentationOf(line).length;
  return unit.repeat(Math.floor(blanks / 2)) + line.slice(blanks);
}
