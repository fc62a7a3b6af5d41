/** Lines of a difference in the words of GitHub's API. Pure. */
import type { ReviewComment } from '../../../reporters/review-comments/review-comment.ts';

type Lines = ReviewComment['place'] & { readonly kind: 'lines' };

interface PlaceOnDiff {
  readonly side: Lines['side'];
  readonly line: number;
  readonly start_line?: number;
  readonly start_side?: Lines['side'];
}

/** GitHub refuses a range that begins on its last line. */
export function placeOnDiff({ side, line, startLine = line }: Lines): PlaceOnDiff {
  return { side, line, ...(startLine < line ? { start_line: startLine, start_side: side } : {}) };
}
