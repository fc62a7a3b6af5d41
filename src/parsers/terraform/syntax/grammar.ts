/**
 * What the parts of the expression grammar ask of each other. An interface, because templates hold expressions and
 * expressions hold templates, and files must not import each other in a circle.
 */
import type { Expression } from './ast.ts';
import type { Scanner } from './scanner.ts';

export interface Grammar {
  readonly scanner: Scanner;
  /** Reads a whole expression at the position, and the space behind it. */
  expression(): Expression;
  /** Reads the quoted template whose opening quote is at the position. */
  quotedTemplate(): Expression;
  /** Reads the heredoc whose `<<` is at the position; undefined where it is none. */
  heredoc(): Expression | undefined;
}
