/**
 * Turns offsets into lines and columns. Built once per file, because every parser needs positions and none should
 * count lines twice. Offsets and columns are UTF-16 code units; `\r\n` and `\n` end a line.
 */
import type { Range } from '../model/location.ts';

export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    let at = text.indexOf('\n');
    while (at !== -1) {
      this.#starts.push(at + 1);
      at = text.indexOf('\n', at + 1);
    }
  }

  /** Line of an offset, counted from 1. Offsets beyond the end belong to the last line. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** Range between two offsets, the end exclusive. */
  rangeOf(start: number, end: number): Range {
    const startLine = this.lineOf(start);
    const endLine = this.lineOf(end);
    return {
      startLine,
      startColumn: start - (this.#starts[startLine - 1] ?? 0) + 1,
      endLine,
      endColumn: end - (this.#starts[endLine - 1] ?? 0) + 1,
    };
  }
}
