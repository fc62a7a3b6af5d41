/** A line of a file with what ends it, so that an edit keeps every line end it does not replace. Vocabulary only. */

export interface TextLine {
  readonly text: string;
  /** `\n`, `\r\n`, or nothing on the last line. */
  readonly end: '\n' | '\r\n' | '';
}
