/** Replaces the literal a finding points at, wherever in a block it stands (in `jsonencode` as well). Makes nothing. */
import type { Block, Expression, Span } from '../../parsers/terraform/syntax/ast.ts';
import { isLiteral } from './is-literal.ts';

interface Named {
  readonly name: string;
  readonly value: Expression;
}

/** The new text; undefined unless exactly this literal stands at `place` under this name. */
export function replaceValue(text: string, block: Block, { place, name, value }: Replacement): string | undefined {
  const found = listNamed(block).find(
    ({ value: written }) => written.start === place.start && written.end === place.end,
  );
  if (found?.name !== name || !isLiteral(found.value, text)) return undefined;
  return text.slice(0, place.start) + value + text.slice(place.end);
}

export interface Replacement {
  readonly place: Span;
  readonly name: string;
  readonly value: string;
}

/** Every argument and object item of a block. A list of what is open instead of recursion: nesting is the author's. */
function listNamed(block: Block): readonly Named[] {
  const found: Named[] = [];
  const blocks: Block[] = [block];
  for (let next = blocks.pop(); next !== undefined; next = blocks.pop()) {
    for (const nested of next.body.blocks) blocks.push(nested);
    for (const attribute of next.body.attributes) found.push(attribute);
  }
  const open: Expression[] = found.map(({ value }) => value);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const item of itemsOf(next)) found.push(item);
    for (const inner of innerOf(next)) open.push(inner);
  }
  return found;
}

function itemsOf(expression: Expression): readonly Named[] {
  if (expression.type !== 'object') return [];
  return expression.items.flatMap(({ key, value }) => {
    const [part] = key.type === 'template' && key.parts.length === 1 ? key.parts : [];
    return part?.type === 'text' ? [{ name: part.value, value }] : [];
  });
}

function innerOf(expression: Expression): readonly Expression[] {
  switch (expression.type) {
    case 'object':
      return expression.items.map(({ value }) => value);
    case 'tuple':
      return expression.items;
    case 'call':
      return expression.arguments;
    case 'parentheses':
      return [expression.expression];
    default:
      return [];
  }
}
