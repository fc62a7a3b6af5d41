/**
 * A template as a flat sequence of texts, interpolations and directives, in source order: what the scanner of a
 * template yields, before dedenting and nesting. Applies the `~` trim markers, which act on neighbouring texts only.
 */
import type { Expression, Span } from './ast.ts';
import { isSpace } from './is-space.ts';
import type { ForNames } from './parse-for-names.ts';

export interface TextItem extends Span {
  readonly kind: 'text';
  value: string;
}

export type SequenceItem =
  | (Span & { readonly kind: 'interpolation'; readonly expression: Expression })
  | (Span & { readonly kind: 'if'; readonly condition: Expression })
  | (Span & { readonly kind: 'for'; readonly names: ForNames; readonly collection: Expression })
  | (Span & { readonly kind: 'else' | 'endif' | 'endfor' });

export type TemplateItem = TextItem | SequenceItem;

export class TemplateItems {
  readonly list: TemplateItem[] = [];
  /** Height of the tallest expression inside. */
  height = 0;
  #trimNext = false;

  /** Adds a text; in heredocs one per line, because trimming and dedenting work on lines. */
  addText(value: string, start: number, end: number): void {
    const trimmed = this.#trimNext ? trimStart(value) : value;
    this.#trimNext = false;
    this.list.push({ kind: 'text', value: trimmed, start, end });
  }

  /** Adds a sequence that trims the text before it, the text behind it, both or none. */
  addSequence(item: SequenceItem, trimBefore: boolean, trimAfter: boolean): void {
    const previous = this.list.at(-1);
    if (trimBefore && previous?.kind === 'text') previous.value = trimEnd(previous.value);
    this.list.push(item);
    this.#trimNext = trimAfter;
  }
}

function trimStart(value: string): string {
  let start = 0;
  while (start < value.length && isSpace(value.charCodeAt(start))) start++;
  return value.slice(start);
}

function trimEnd(value: string): string {
  let end = value.length;
  while (end > 0 && isSpace(value.charCodeAt(end - 1))) end--;
  return value.slice(0, end);
}
