/**
 * Splits a Dockerfile into instructions the way BuildKit does: by line feeds, with continuations, comments between
 * them, and here-documents. Follows BuildKit rather than a tolerant grammar, because an instruction one of the two
 * does not see (`RUN a\\` before `USER root`) would hide from the gate. It knows no instruction's meaning.
 */
import { findHeredocs } from './find-heredocs.ts';
import type { DockerfileText, Heredoc, Instruction, ReadTrouble } from './instruction.ts';
import { LogicalLine } from './logical-line.ts';
import { readDirectives } from './read-directives.ts';
import { readHead } from './read-head.ts';
import { readTrigger } from './read-trigger.ts';

/** A position in the file, moved line by line. */
interface Cursor {
  readonly text: string;
  at: number;
}

interface PhysicalLine {
  readonly text: string;
  readonly start: number;
}

/** The next line without its line break; undefined at the end of the file. Only `\n` ends a line. */
function nextLine(cursor: Cursor): PhysicalLine | undefined {
  if (cursor.at >= cursor.text.length) return undefined;
  const start = cursor.at;
  const feed = cursor.text.indexOf('\n', start);
  let end = feed === -1 ? cursor.text.length : feed;
  cursor.at = feed === -1 ? cursor.text.length : feed + 1;
  while (end > start && cursor.text[end - 1] === '\r') end -= 1;
  return { text: cursor.text.slice(start, end), start };
}

/** Length of the line before its continuation character; -1 where the instruction ends on this line. */
function continuedLength(line: string, escape: string): number {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end -= 1;
  if (end === 0 || line[end - 1] !== escape) return -1;
  // Two escape characters are one escaped escape character: the line ends here.
  return end > 1 && line[end - 2] === escape ? -1 : end - 1;
}

function joinLines(cursor: Cursor, first: PhysicalLine, escape: string): LogicalLine {
  const joined = new LogicalLine();
  const indent = first.text.length - first.text.trimStart().length;
  let line: PhysicalLine | undefined = { text: first.text.slice(indent), start: first.start + indent };
  while (line !== undefined) {
    const length = continuedLength(line.text, escape);
    joined.append(length === -1 ? line.text : line.text.slice(0, length), line.start);
    if (length === -1) break;
    do line = nextLine(cursor);
    while (line !== undefined && (line.text.trim() === '' || line.text.trimStart().startsWith('#')));
  }
  return joined;
}

/** Reads the bodies of the here-documents that follow a line; false where one never ends. */
function readHeredocs(
  cursor: Cursor,
  starts: readonly { readonly name: string; readonly tabs: boolean }[],
): { readonly heredocs: readonly Heredoc[]; readonly terminated: boolean } {
  const heredocs: Heredoc[] = [];
  for (const { name, tabs } of starts) {
    const raw = cursor.at;
    let end = -1;
    while (end === -1) {
      const line = nextLine(cursor);
      if (line === undefined) return { heredocs, terminated: false };
      if ((tabs ? line.text.replace(/^\t+/, '') : line.text) === name) end = line.start;
    }
    heredocs.push({ name, body: cursor.text.slice(raw, end), raw });
  }
  return { heredocs, terminated: true };
}

function readInstruction(cursor: Cursor, first: PhysicalLine, escape: string, trouble: ReadTrouble[]): Instruction {
  const line = joinLines(cursor, first, escape);
  const head = readHead(line.text, 0, escape);
  const keyword = head.keywordWord.text.toUpperCase();
  const start = line.rawOf(head.keywordWord.start);
  let end = line.rawSpan(0, line.text.length).end;
  const plain: Instruction = { keyword, line, heredocs: [], start, end, escape, ...head };
  const inner = keyword === 'ONBUILD' ? (readTrigger(plain) ?? plain) : plain;
  const { starts, ambiguous } = findHeredocs(inner.keyword, line.text, inner.bodyStart);
  if (ambiguous) {
    const message = 'A quote is not closed on a line with `<<`; builders may disagree on what follows.';
    trouble.push({ message, start, end, ambiguous: true });
  }
  if (starts.length === 0) return plain;
  const { heredocs, terminated } = readHeredocs(cursor, starts);
  end = Math.max(end, cursor.text[cursor.at - 1] === '\n' ? cursor.at - 1 : cursor.at);
  if (!terminated) trouble.push({ message: 'A here-document never ends.', start, end: plain.end });
  return { ...plain, heredocs, end };
}

/** Reads a whole Dockerfile. Linear in its length; never throws. */
export function readInstructions(text: string): DockerfileText {
  const { escape, syntax, trouble: found } = readDirectives(text);
  const trouble = [...found];
  const instructions: Instruction[] = [];
  const cursor: Cursor = { text, at: 0 };
  for (let line = nextLine(cursor); line !== undefined; line = nextLine(cursor)) {
    const start = line.text.trimStart();
    if (start === '' || start.startsWith('#')) continue;
    const instruction = readInstruction(cursor, line, escape, trouble);
    if (instruction.keyword !== '') instructions.push(instruction);
  }
  return { instructions, trouble, ...(syntax === undefined ? {} : { syntax }) };
}
