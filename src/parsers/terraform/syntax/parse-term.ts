/**
 * The atoms of an expression: literals, names, calls, parentheses, templates; collections are handed on. What
 * follows an atom (`.name`, `[index]`) is not read here.
 */
import type { Expression } from './ast.ts';
import { isDigit } from './is-digit.ts';
import type { Grammar } from './grammar.ts';
import { parseCall } from './parse-call.ts';
import { parseObject } from './parse-object.ts';
import { parseTuple } from './parse-tuple.ts';
import type { Scanner } from './scanner.ts';

/** Reads the term at the position; an InvalidExpression, and an error, where there is none. */
export function parseTerm(grammar: Grammar): Expression {
  const scanner = grammar.scanner;
  const code = scanner.code();
  scanner.height = 1;
  if (code === 34) return grammar.quotedTemplate();
  if (code === 91) return parseTuple(grammar);
  if (code === 123) return parseObject(grammar);
  if (code === 40) return parseParentheses(grammar);
  if (isDigit(code)) return parseNumber(scanner);
  if (code === 60 && scanner.codeAt(1) === 60) {
    return (
      grammar.heredoc() ?? scanner.fail('A heredoc needs a marker followed by a line break', scanner.at, scanner.at + 2)
    );
  }
  if (scanner.atIdentifier()) return parseName(grammar);
  return missingTerm(scanner);
}

function missingTerm(scanner: Scanner): Expression {
  if (scanner.at >= scanner.end) return scanner.fail('The text ends where a value is expected');
  if (scanner.atLineEnd()) return scanner.fail('The line ends where a value is expected');
  return scanner.fail('A value is expected here');
}

function parseParentheses(grammar: Grammar): Expression {
  const scanner = grammar.scanner;
  const start = scanner.at;
  const newlines = scanner.newlinesCount;
  scanner.newlinesCount = false;
  scanner.at++;
  const expression = grammar.expression();
  if (scanner.failed) return expression;
  if (scanner.code() !== 41) return scanner.fail('Expected ")"');
  scanner.at++;
  scanner.newlinesCount = newlines;
  scanner.height++;
  return { type: 'parentheses', expression, start, end: scanner.at };
}

/** `digits [. digits] [e [+-] digits]`; a further fraction belongs to the same, invalid, number. */
function parseNumber(scanner: Scanner): Expression {
  const start = scanner.at;
  skipDigits(scanner);
  if (scanner.code() === 46 && isDigit(scanner.codeAt(1))) {
    scanner.at++;
    skipDigits(scanner);
  }
  if ((scanner.code() | 32) === 101) skipExponent(scanner);
  if (scanner.code() === 46 && isDigit(scanner.codeAt(1))) {
    return scanner.fail('A number can have one fraction only', start, scanner.at);
  }
  const text = scanner.text.slice(start, scanner.at);
  return { type: 'literal', value: Number(text), text, start, end: scanner.at };
}

function skipDigits(scanner: Scanner): void {
  while (isDigit(scanner.code())) scanner.at++;
}

function skipExponent(scanner: Scanner): void {
  const sign = scanner.codeAt(1);
  const digits = sign === 43 || sign === 45 ? 2 : 1;
  if (!isDigit(scanner.codeAt(digits))) return;
  scanner.at += digits;
  skipDigits(scanner);
}

function parseName(grammar: Grammar): Expression {
  const scanner = grammar.scanner;
  const start = scanner.at;
  const name = scanner.identifier();
  const end = scanner.at;
  scanner.skip();
  const code = scanner.code();
  if (code === 40 || (code === 58 && scanner.codeAt(1) === 58)) return parseCall(grammar, name, start);
  if (name === 'true') return { type: 'literal', value: true, text: name, start, end };
  if (name === 'false') return { type: 'literal', value: false, text: name, start, end };
  if (name === 'null') return { type: 'literal', value: null, text: name, start, end };
  return { type: 'variable', name, start, end };
}
