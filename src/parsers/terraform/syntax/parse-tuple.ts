/** Tuples: `[a, b, ]`. A `[for …]` is handed on. Newlines inside are white space. */
import type { Expression } from './ast.ts';
import type { Grammar } from './grammar.ts';
import { parseFor } from './parse-for.ts';

/** Reads the tuple or `for` expression whose `[` is at the position. */
export function parseTuple(grammar: Grammar): Expression {
  const scanner = grammar.scanner;
  const start = scanner.at;
  const newlines = scanner.newlinesCount;
  scanner.newlinesCount = false;
  scanner.at++;
  scanner.skip();
  const result = scanner.atWord('for') ? parseFor(grammar, start, 93) : parseItems(grammar, start);
  scanner.newlinesCount = newlines;
  return result;
}

function parseItems(grammar: Grammar, start: number): Expression {
  const scanner = grammar.scanner;
  const items: Expression[] = [];
  let height = 0;
  for (;;) {
    scanner.skip();
    if (scanner.code() === 93) break;
    const item = grammar.expression();
    if (scanner.failed) return item;
    items.push(item);
    height = Math.max(height, scanner.height);
    const code = scanner.code();
    if (code === 44) scanner.at++;
    else if (code !== 93) return scanner.fail('Expected "," or "]" after an item');
  }
  scanner.at++;
  scanner.height = height + 1;
  return { type: 'tuple', items, start, end: scanner.at };
}
