/**
 * The position in one HCL text and what every part of the parser shares: skipping space and comments, identifiers,
 * errors, and the bounds on nesting. It decides nothing about grammar and never throws.
 */
import type { InvalidExpression, SyntaxError } from './ast.ts';
import { identifierEnd } from './identifier-end.ts';

export class Scanner {
  readonly text: string;
  readonly end: number;
  readonly maxDepth: number;
  readonly errors: SyntaxError[] = [];
  at = 0;
  /** False inside brackets and template sequences, where newlines are white space. */
  newlinesCount = true;
  /** Set by the first error of an expression; its callers return at once and the body parser recovers. */
  failed = false;
  /** Nesting of the grammar rule being read. */
  depth = 0;
  /** Height of the expression read last: long chains (`a.b.c`, `a + b + c`) nest trees without nesting rules. */
  height = 0;
  readonly #isAscii: boolean;
  #noCommentEnd = false;
  #lastLineOf: Map<string, number> | undefined;

  constructor(text: string, maxDepth: number) {
    this.text = text;
    this.end = text.length;
    this.maxDepth = maxDepth;
    this.#isAscii = !/[^\0-\x7f]/.test(text);
  }

  /** The value of a literal text: HCL strings are in Unicode's normal form C, whatever the file wrote. */
  normalized(value: string): string {
    return this.#isAscii ? value : value.normalize('NFC');
  }

  /** The code unit at the position; 0 at the end (a NUL in the text is invalid everywhere). */
  code(): number {
    return this.at < this.end ? this.text.charCodeAt(this.at) : 0;
  }

  /** The code unit `offset` behind the position; 0 beyond the end. */
  codeAt(offset: number): number {
    const at = this.at + offset;
    return at < this.end ? this.text.charCodeAt(at) : 0;
  }

  /** Skips spaces, comments and, inside brackets, newlines. */
  skip(): void {
    const text = this.text;
    let at = this.at;
    while (at < this.end) {
      const code = text.charCodeAt(at);
      if (code === 32 || code === 9) at++;
      else if (code === 10 && !this.newlinesCount) at++;
      else if (code === 13 && !this.newlinesCount && text.charCodeAt(at + 1) === 10) at += 2;
      else if (code === 35 || code === 47) {
        const next = this.commentEnd(at);
        if (next === at) break;
        at = next;
      } else break;
    }
    this.at = at;
  }

  /** Offset behind the comment that starts at `at` (before the newline of a line comment); `at` where none does. */
  commentEnd(at: number): number {
    const second = this.text.charCodeAt(at + 1);
    if (this.text.charCodeAt(at) === 35 || second === 47) {
      const newline = this.text.indexOf('\n', at);
      if (newline === -1) return this.end;
      return this.text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
    }
    if (second !== 42 || this.#noCommentEnd) return at;
    const close = this.text.indexOf('*/', at + 2);
    // Remembered, because a text full of unclosed comments would otherwise be searched to its end for each.
    if (close === -1) this.#noCommentEnd = true;
    return close === -1 ? at : close + 2;
  }

  /** Whether a newline (`\n`, `\r\n`) or the end of the text is at the position. */
  atLineEnd(): boolean {
    const code = this.code();
    return code === 10 || (code === 13 && this.codeAt(1) === 10) || this.at >= this.end;
  }

  /** Whether an identifier starts at the position. */
  atIdentifier(): boolean {
    return identifierEnd(this.text, this.at) > this.at;
  }

  /** Offset behind the identifier at the position, the position itself where there is none. */
  identifierEnd(): number {
    return identifierEnd(this.text, this.at);
  }

  /** Reads the identifier at the position; empty where there is none. */
  identifier(): string {
    const start = this.at;
    this.at = this.identifierEnd();
    return this.text.slice(start, this.at);
  }

  /** Whether the identifier at the position is exactly `word`. */
  atWord(word: string): boolean {
    return this.text.startsWith(word, this.at) && this.identifierEnd() === this.at + word.length;
  }

  /**
   * Offset of the last line that holds nothing but `marker`, -1 where there is none. The lines are indexed once, so
   * that many unterminated heredocs do not each search to the end of the text.
   */
  lastLineOf(marker: string): number {
    this.#lastLineOf ??= indexLines(this.text);
    return this.#lastLineOf.get(marker) ?? -1;
  }

  /** Records an error and goes on. */
  report(message: string, start: number, end: number): void {
    this.errors.push({ message, start, end: Math.min(Math.max(end, start), this.end) });
  }

  /** Records the error that ends this expression, unless one already did. */
  fail(message: string, start: number = this.at, end: number = start + 1): InvalidExpression {
    if (!this.failed) this.report(message, start, end);
    this.failed = true;
    return { type: 'invalid', start, end: Math.min(end, this.end) };
  }

  /** Enters a rule that can nest; false, with an error, where the limit is met. Pair with `leave`. */
  enter(): boolean {
    if (this.depth >= this.maxDepth) {
      this.failTooDeep();
      return false;
    }
    this.depth++;
    return true;
  }

  leave(): void {
    this.depth--;
  }

  /** Adds one to the height of the chain being read; false, with an error, where the limit is met. */
  grow(): boolean {
    this.height++;
    if (this.height <= this.maxDepth) return true;
    this.failTooDeep();
    return false;
  }

  failTooDeep(): InvalidExpression {
    return this.fail(`Nested deeper than the limit of ${this.maxDepth}`);
  }
}

function indexLines(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    lines.set(text.slice(start, end).trim(), start);
    start = end + 1;
  }
  return lines;
}
