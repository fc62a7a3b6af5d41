/** Function calls: plain, namespaced (`provider::aws::arn_parse`), with an expanded last argument (`f(list...)`). */
import type { Expression } from './ast.ts';
import type { Grammar } from './grammar.ts';
import type { Scanner } from './scanner.ts';

/**
 * Reads the rest of a call.
 *
 * @param name first part of the function's name, already read; `start` is its offset and the position is at `(` or `::`
 */
export function parseCall(grammar: Grammar, name: string, start: number): Expression {
  const scanner = grammar.scanner;
  let nameEnd = start + name.length;
  let fullName = name;
  while (scanner.code() === 58 && scanner.codeAt(1) === 58) {
    scanner.at += 2;
    scanner.skip();
    const part = scanner.identifier();
    if (part === '') return scanner.fail('A function name is expected after "::"');
    nameEnd = scanner.at;
    fullName += `::${part}`;
    scanner.skip();
  }
  if (scanner.code() !== 40) return scanner.fail('A namespaced name must be called with "("');
  const nameSpan = { start, end: nameEnd };
  const newlines = scanner.newlinesCount;
  scanner.newlinesCount = false;
  scanner.at++;
  const items: Expression[] = [];
  const expandFinal = parseArguments(grammar, items);
  scanner.newlinesCount = newlines;
  return { type: 'call', name: fullName, nameSpan, arguments: items, expandFinal, start, end: scanner.at };
}

/** Reads up to and including `)`. Returns whether the last argument is expanded. */
function parseArguments(grammar: Grammar, items: Expression[]): boolean {
  const scanner = grammar.scanner;
  let height = 0;
  for (;;) {
    scanner.skip();
    if (scanner.code() === 41) return close(scanner, height, false);
    items.push(grammar.expression());
    height = Math.max(height, scanner.height);
    if (scanner.failed) return false;
    if (scanner.code() === 41) return close(scanner, height, false);
    if (scanner.text.startsWith('...', scanner.at)) {
      scanner.at += 3;
      scanner.skip();
      if (scanner.code() === 41) return close(scanner, height, true);
      scanner.fail('Only ")" may follow "..."');
      return false;
    }
    if (scanner.code() !== 44) {
      scanner.fail('Expected "," or ")" after an argument');
      return false;
    }
    scanner.at++;
  }
}

function close(scanner: Scanner, height: number, expand: boolean): boolean {
  scanner.at++;
  scanner.height = height + 1;
  return expand;
}
