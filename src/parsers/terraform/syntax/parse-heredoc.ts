/**
 * Heredoc templates: `<<MARKER` and `<<-MARKER`, whose text runs to the line that holds the marker alone. They know
 * `$${` and `%%{` but no backslash escapes; the dashed form loses its common indentation.
 */
import type { Expression } from './ast.ts';
import { buildTemplateParts } from './build-template-parts.ts';
import { isSpace } from './is-space.ts';
import { dedentHeredoc } from './dedent-heredoc.ts';
import type { Grammar } from './grammar.ts';
import { parseTemplateSequence } from './parse-template-sequence.ts';
import { readLineText } from './read-line-text.ts';
import type { Scanner } from './scanner.ts';
import { TemplateItems } from './template-items.ts';

interface Opening {
  readonly marker: string;
  readonly indented: boolean;
  /** Offset of the first line of text. */
  readonly bodyStart: number;
}

/** Reads the heredoc whose `<<` is at the position; undefined, without an error, where that opens none. */
export function parseHeredoc(grammar: Grammar): Expression | undefined {
  const scanner = grammar.scanner;
  const start = scanner.at;
  const opening = readOpening(scanner);
  if (opening === undefined) return undefined;
  const { marker, indented, bodyStart } = opening;
  const unclosed = `The heredoc is not closed by a line "${marker.slice(0, 40)}"`;
  if (scanner.lastLineOf(marker) < bodyStart) return scanner.fail(unclosed, start, bodyStart);
  scanner.at = bodyStart;
  const items = new TemplateItems();
  if (!readLines(grammar, items, marker)) return scanner.fail(unclosed, start, bodyStart);
  if (indented) dedentHeredoc(items.list);
  const parts = buildTemplateParts(scanner, items.list);
  scanner.height = items.height + 1;
  return { type: 'template', parts, heredoc: { marker, indented }, start, end: scanner.at };
}

function readOpening(scanner: Scanner): Opening | undefined {
  const start = scanner.at;
  const indented = scanner.codeAt(2) === 45;
  scanner.at += indented ? 3 : 2;
  const marker = scanner.identifier();
  const opens = marker !== '' && scanner.at < scanner.end && scanner.atLineEnd();
  const bodyStart = scanner.at + (scanner.code() === 13 ? 2 : 1);
  scanner.at = start;
  return opens ? { marker, indented, bodyStart } : undefined;
}

/** Reads up to behind the closing marker. Returns false where there is none; other errors fail the scanner. */
function readLines(grammar: Grammar, items: TemplateItems, marker: string): boolean {
  const scanner = grammar.scanner;
  let atLineStart = true;
  while (scanner.at < scanner.end) {
    const close = atLineStart ? closingMarkerEnd(scanner, marker) : -1;
    if (close !== -1) {
      scanner.at = close;
      return true;
    }
    const start = scanner.at;
    const value = readLineText(scanner);
    if (scanner.at > start) items.addText(value, start, scanner.at);
    atLineStart = scanner.at > start && scanner.text.charCodeAt(scanner.at - 1) === 10;
    if (atLineStart || scanner.at >= scanner.end) continue;
    parseTemplateSequence(grammar, items);
    if (scanner.failed) return true;
  }
  return false;
}

/** Offset behind the marker where the line at the position holds nothing else, -1 otherwise. */
function closingMarkerEnd(scanner: Scanner, marker: string): number {
  const text = scanner.text;
  let at = scanner.at;
  while (at < scanner.end && text.charCodeAt(at) !== 10 && isSpace(text.charCodeAt(at))) at++;
  if (!text.startsWith(marker, at)) return -1;
  const markerEnd = at + marker.length;
  at = markerEnd;
  while (at < scanner.end && text.charCodeAt(at) !== 10 && isSpace(text.charCodeAt(at))) at++;
  if (at < scanner.end && text.charCodeAt(at) !== 10) return -1;
  if (at >= scanner.end) scanner.report('The closing marker of a heredoc needs a line break behind it', markerEnd, at);
  return markerEnd;
}
