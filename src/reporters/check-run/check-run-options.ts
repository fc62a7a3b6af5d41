/** What a door tells the check-run reporter; the bounds default to what GitHub takes. */
import type { MarkdownOptions } from '../markdown/markdown-options.ts';

export interface CheckRunOptions extends Pick<MarkdownOptions, 'rule' | 'link'> {
  /** All requests together; 200 where left out. */
  readonly maxAnnotations?: number;
  /** UTF-8 bytes of the summary; room for a note of the publisher is kept where left out. */
  readonly maxSummaryBytes?: number;
}
