/**
 * Quoted templates: `"text ${expression} %{ if … }…"`. Most strings are plain and take the short way: one search for
 * the closing quote. Escapes are resolved here.
 */
import type { Expression, TemplateExpression } from './ast.ts';
import { buildTemplateParts } from './build-template-parts.ts';
import type { Grammar } from './grammar.ts';
import { parseTemplateSequence } from './parse-template-sequence.ts';
import { plainTextEnd } from './plain-text-end.ts';
import { readQuotedText } from './read-quoted-text.ts';
import type { Scanner } from './scanner.ts';
import { TemplateItems } from './template-items.ts';

/** Reads the quoted template whose opening quote is at the position. */
export function parseQuotedTemplate(grammar: Grammar): Expression {
  const scanner = grammar.scanner;
  const start = scanner.at;
  const textStart = start + 1;
  const textEnd = plainTextEnd(scanner.text, textStart);
  if (scanner.text.charCodeAt(textEnd) !== 34) return parseMixed(grammar, start);
  scanner.at = textEnd + 1;
  return plainTemplate(scanner, textStart, textEnd);
}

function plainTemplate(scanner: Scanner, start: number, end: number): TemplateExpression {
  const span = { start: start - 1, end: end + 1 };
  if (start === end) return { type: 'template', parts: [], ...span };
  const value = scanner.normalized(scanner.text.slice(start, end));
  return { type: 'template', parts: [{ type: 'text', value, start, end }], ...span };
}

function parseMixed(grammar: Grammar, start: number): Expression {
  const scanner = grammar.scanner;
  const items = new TemplateItems();
  scanner.at = start + 1;
  for (;;) {
    const textStart = scanner.at;
    const value = readQuotedText(scanner);
    if (scanner.at > textStart) items.addText(value, textStart, scanner.at);
    const code = scanner.code();
    if (code === 34) break;
    if (code !== 36 && code !== 37) return scanner.fail('The string is not closed on its line', start, scanner.at);
    parseTemplateSequence(grammar, items);
    if (scanner.failed) return { type: 'invalid', start, end: scanner.at };
  }
  scanner.at++;
  const parts = buildTemplateParts(scanner, items.list);
  scanner.height = items.height + 1;
  return { type: 'template', parts, start, end: scanner.at };
}
