/** `${ … }` and `%{ … }` inside a template. What stands around them belongs to the callers. */
import type { Grammar } from './grammar.ts';
import { parseForNames } from './parse-for-names.ts';
import type { SequenceItem, TemplateItems } from './template-items.ts';

/**
 * Reads the sequence at the position, up to behind its closing brace, and adds it to `items`. Newlines inside are
 * white space. On an error the scanner has failed and nothing is added.
 */
export function parseTemplateSequence(grammar: Grammar, items: TemplateItems): void {
  const scanner = grammar.scanner;
  const start = scanner.at;
  const isDirective = scanner.code() === 37;
  scanner.at += 2;
  const trimBefore = scanner.code() === 126;
  if (trimBefore) scanner.at++;
  const newlines = scanner.newlinesCount;
  scanner.newlinesCount = false;
  const item = isDirective ? parseDirective(grammar, start) : parseInterpolation(grammar, start);
  if (item === undefined || scanner.failed) return;
  scanner.skip();
  const trimAfter = scanner.code() === 126;
  if (trimAfter) scanner.at++;
  if (scanner.code() !== 125) {
    scanner.fail('Expected "}" at the end of a template sequence; a literal "${" is written "$${"');
    return;
  }
  scanner.at++;
  scanner.newlinesCount = newlines;
  items.addSequence({ ...item, end: scanner.at }, trimBefore, trimAfter);
  items.height = Math.max(items.height, scanner.height);
}

function parseInterpolation(grammar: Grammar, start: number): SequenceItem {
  return { kind: 'interpolation', expression: grammar.expression(), start, end: start };
}

function parseDirective(grammar: Grammar, start: number): SequenceItem | undefined {
  const scanner = grammar.scanner;
  scanner.skip();
  const at = scanner.at;
  const keyword = scanner.identifier();
  const span = { start, end: start };
  scanner.height = 0;
  if (keyword === 'else' || keyword === 'endif' || keyword === 'endfor') return { kind: keyword, ...span };
  if (keyword === 'if') return { kind: 'if', condition: grammar.expression(), ...span };
  if (keyword === 'for') {
    const names = parseForNames(scanner);
    return names && { kind: 'for', names, collection: grammar.expression(), ...span };
  }
  scanner.fail('A template directive is if, else, endif, for or endfor; a literal "%{" is written "%%{"', at);
  return undefined;
}
