/** `for` expressions, building a tuple (`[for v in c : x]`) or an object (`{for k, v in c : k => v... if d}`). */
import type { Expression } from './ast.ts';
import type { Grammar } from './grammar.ts';
import { parseForNames } from './parse-for-names.ts';

/**
 * Reads the rest of a `for` expression whose keyword is at the position, in brackets where newlines do not count.
 *
 * @param start offset of the opening bracket
 * @param close code of the closing one: `]` (93) builds a tuple, `}` (125) an object
 */
export function parseFor(grammar: Grammar, start: number, close: 93 | 125): Expression {
  const scanner = grammar.scanner;
  scanner.at += 3;
  const names = parseForNames(scanner);
  if (names === undefined) return { type: 'invalid', start, end: scanner.at };
  const collection = grammar.expression();
  let height = scanner.height;
  if (scanner.failed) return collection;
  if (scanner.code() !== 58) return scanner.fail('Expected ":" after the collection of "for"');
  scanner.at++;
  const results = parseResults(grammar, close);
  height = Math.max(height, scanner.height);
  const grouped = !scanner.failed && scanner.text.startsWith('...', scanner.at);
  if (grouped) readEllipsis(grammar, close);
  const condition = scanner.failed ? undefined : parseCondition(grammar);
  scanner.height = Math.max(height, scanner.height) + 1;
  if (!scanner.failed && scanner.code() !== close) scanner.fail(`Expected "${close === 93 ? ']' : '}'}" after "for"`);
  if (scanner.failed) return { type: 'invalid', start, end: scanner.at };
  scanner.at++;
  const optional = { ...(results.key && { key: results.key }), ...(condition && { condition }) };
  return { type: 'for', ...names, collection, value: results.value, grouped, ...optional, start, end: scanner.at };
}

function parseResults(grammar: Grammar, close: number): { key?: Expression; value: Expression } {
  const scanner = grammar.scanner;
  const first = grammar.expression();
  if (scanner.failed) return { value: first };
  if (scanner.code() !== 61 || scanner.codeAt(1) !== 62) {
    if (close === 125) scanner.fail('An object needs "key => value" after "for"', first.start, first.end);
    return { value: first };
  }
  if (close === 93) scanner.report('A tuple takes no key in "for"', first.start, first.end);
  const height = scanner.height;
  scanner.at += 2;
  const value = grammar.expression();
  scanner.height = Math.max(height, scanner.height);
  return { key: first, value };
}

function readEllipsis(grammar: Grammar, close: number): void {
  const scanner = grammar.scanner;
  if (close === 93) scanner.report('A tuple cannot be grouped with "..."', scanner.at, scanner.at + 3);
  scanner.at += 3;
  scanner.skip();
}

function parseCondition(grammar: Grammar): Expression | undefined {
  const scanner = grammar.scanner;
  if (!scanner.atWord('if')) return undefined;
  scanner.at += 2;
  return grammar.expression();
}
