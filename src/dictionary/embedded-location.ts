/**
 * Where a piece of a multi-line string stands in its file. Heredocs and block scalars keep the lines of their text but
 * may remove indentation, so a piece is located by its whole lines; where the lines do not fit, by the whole string.
 */
import { LineIndex } from '../documents/line-index.ts';
import type { Location } from '../model/location.ts';

/** Gives locations for offsets into one embedded text. */
export class EmbeddedLocation {
  readonly #whole: Location | undefined;
  readonly #lines: readonly string[];
  readonly #index: LineIndex;
  readonly #firstLine: number | undefined;

  constructor(text: string, whole: Location | undefined) {
    this.#whole = whole;
    this.#index = new LineIndex(text);
    this.#lines = text.split('\n');
    if (this.#lines.at(-1) === '') this.#lines = this.#lines.slice(0, -1);
    this.#firstLine = whole && firstLine(whole, this.#lines.length);
  }

  /** Location of the piece from `start` to `end` (exclusive), as whole lines; undefined when the text has none. */
  of(start: number, end: number): Location | undefined {
    if (!this.#whole || this.#firstLine === undefined) return this.#whole;
    const from = this.#index.lineOf(start);
    const to = this.#index.lineOf(Math.max(start, end - 1));
    return {
      path: this.#whole.path,
      range: {
        startLine: this.#firstLine + from - 1,
        startColumn: 1,
        endLine: this.#firstLine + to - 1,
        endColumn: (this.#lines[to - 1]?.length ?? 0) + 1,
      },
    };
  }
}

/**
 * First line of the text in the file: below the opening marker (`<<EOF`, `|`) when the string spans one or two lines
 * more than its text, the string's own first line when it spans as many; unknown otherwise.
 */
function firstLine(whole: Location, lines: number): number | undefined {
  const { startLine, endLine, endColumn } = whole.range;
  const span = (endColumn === 1 ? endLine - 1 : endLine) - startLine + 1;
  if (lines < 2) return undefined;
  if (span === lines) return startLine;
  return span === lines + 1 || span === lines + 2 ? startLine + 1 : undefined;
}
