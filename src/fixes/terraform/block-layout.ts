/**
 * How a block is laid out: its lines, and the indentation of what it holds. Blocks on one line, and blocks that share
 * a line with something, have no layout: nothing can be put into them line by line.
 */
import { LineIndex } from '../../documents/line-index.ts';
import type { Block, Span } from '../../parsers/terraform/syntax/ast.ts';
import { indentationOf } from '../indentation-of.ts';
import { splitLines } from '../split-lines.ts';
import type { TextLine } from '../text-line.ts';

export interface BlockLayout {
  readonly lines: readonly TextLine[];
  /** Line of an offset, from 1. */
  readonly lineOf: (offset: number) => number;
  /** Lines of the opening and the closing brace, from 1. */
  readonly first: number;
  readonly last: number;
  /** Indentation of arguments. */
  readonly inner: string;
  /** One level. */
  readonly unit: string;
}

/** The layout; undefined where the braces do not stand at the ends of their lines. */
export function blockLayout(text: string, block: Block): BlockLayout | undefined {
  const index = new LineIndex(text);
  const lines = splitLines(text);
  const lineOf = (offset: number): number => index.lineOf(offset);
  const first = lineOf(block.header.end);
  const last = lineOf(block.end - 1);
  const opening = lines[first - 1]?.text ?? '';
  const closing = lines[last - 1]?.text ?? '';
  if (last <= first || !/\{\s*(?:#.*|\/\/.*)?$/.test(opening) || closing.trim() !== '}') return undefined;
  if (lineOf(block.start) !== first) return undefined;
  const outer = indentationOf(opening);
  const found = innerOf(block, lines, lineOf);
  const unit = found?.startsWith(outer) === true ? found.slice(outer.length) : defaultUnit(outer, lines);
  return { lines, lineOf, first, last, inner: found ?? outer + unit, unit: unit === '' ? '  ' : unit };
}

function innerOf({ body }: Block, lines: readonly TextLine[], lineOf: (offset: number) => number): string | undefined {
  const children: readonly Span[] = [...body.attributes, ...body.blocks].sort((a, b) => a.start - b.start);
  const [child] = children;
  return child === undefined ? undefined : indentationOf(lines[lineOf(child.start) - 1]?.text ?? '');
}

function defaultUnit(outer: string, lines: readonly TextLine[]): string {
  return outer.includes('\t') || lines.some(({ text }) => text.startsWith('\t')) ? '\t' : '  ';
}
