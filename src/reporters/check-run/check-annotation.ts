/**
 * An annotation as GitHub's Checks API takes it, in its spelling: lines start at 1, columns only where start and end are
 * on one line, both ends included. https://docs.github.com/en/rest/checks/runs#update-a-check-run
 */
export interface CheckAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: 'failure' | 'warning' | 'notice';
  /** At most 255 characters. */
  readonly title: string;
  /** At most 64 KB, plain text. */
  readonly message: string;
  readonly raw_details?: string;
}
