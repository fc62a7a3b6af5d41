/**
 * What the reader of a Dockerfile produces: instructions with their words, flags and here-documents.
 * Vocabulary only; it imports nothing that works.
 */
import type { LogicalLine } from './logical-line.ts';

/** A word of an instruction, quotes kept. Offsets are in the text of its line. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A leading `--name=value`; `value` is empty for a bare `--name`. */
export interface Flag {
  readonly name: string;
  readonly value: string;
  readonly word: Word;
}

/** A here-document: its body as written, with the file offset the body starts at. */
export interface Heredoc {
  readonly name: string;
  readonly body: string;
  readonly raw: number;
}

export interface Instruction {
  /** Upper case, as written otherwise: `FROM`, `RUN`, or something nobody knows. */
  readonly keyword: string;
  readonly keywordWord: Word;
  readonly line: LogicalLine;
  readonly flags: readonly Flag[];
  /** What follows keyword and flags: `line.text` from here on. */
  readonly bodyStart: number;
  readonly heredocs: readonly Heredoc[];
  /** File offsets of the whole instruction with its here-documents, without the last line break. */
  readonly start: number;
  readonly end: number;
  /** `\` or a backtick. */
  readonly escape: string;
}

/** Trouble the reader met; offsets are in the file. */
export interface ReadTrouble {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly ambiguous?: true;
}

/** `# syntax=` with the file offsets of its value. */
export interface SyntaxDirective {
  readonly image: string;
  readonly start: number;
  readonly end: number;
}

export interface DockerfileText {
  readonly instructions: readonly Instruction[];
  readonly trouble: readonly ReadTrouble[];
  readonly syntax?: SyntaxDirective;
}
