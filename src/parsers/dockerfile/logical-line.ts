/**
 * One instruction's text after line continuations are joined, with the way back to offsets of the file.
 * Holds text and positions only; it does not know what an instruction means.
 */

interface Segment {
  /** Offset in the joined text. */
  readonly at: number;
  /** Offset in the file of the same character. */
  readonly raw: number;
}

/** Joined text that can say where each of its characters stands in the file. Offsets are UTF-16 code units. */
export class LogicalLine {
  readonly #pieces: string[] = [];
  readonly #segments: Segment[] = [];
  #length = 0;
  #text: string | undefined;

  /** Adds the next piece of a physical line; `raw` is its offset in the file. */
  append(piece: string, raw: number): void {
    this.#segments.push({ at: this.#length, raw });
    this.#pieces.push(piece);
    this.#length += piece.length;
    this.#text = undefined;
  }

  get text(): string {
    this.#text ??= this.#pieces.join('');
    return this.#text;
  }

  /** File offset of the character at `offset` of the joined text. */
  rawOf(offset: number): number {
    let low = 0;
    let high = this.#segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#segments[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const segment = this.#segments[low];
    return segment === undefined ? offset : segment.raw + (offset - segment.at);
  }

  /** File offsets of the span from `start` to `end` (exclusive) of the joined text. */
  rawSpan(start: number, end: number): { readonly start: number; readonly end: number } {
    const from = this.rawOf(start);
    return { start: from, end: end > start ? this.rawOf(end - 1) + 1 : from };
  }
}
