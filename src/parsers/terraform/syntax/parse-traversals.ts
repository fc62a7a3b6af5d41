/**
 * What follows a term: `.name`, `.0`, `[index]`, `.*` (attribute-only splat) and `[*]` (full splat). A full splat
 * takes all that follows into `each`; an attribute-only one takes attributes and legacy indexes.
 */
import type { Expression, Span } from './ast.ts';
import { isDigit } from './is-digit.ts';
import type { Grammar } from './grammar.ts';

/** Reads the traversals behind `base`, and the space behind them. */
export function parseTraversals(grammar: Grammar, base: Expression): Expression {
  const scanner = grammar.scanner;
  let result = base;
  for (;;) {
    if (scanner.failed) return result;
    scanner.skip();
    const code = scanner.code();
    const isDot = code === 46 && !(scanner.codeAt(1) === 46 && scanner.codeAt(2) === 46);
    if (!isDot && code !== 91) return result;
    if (!scanner.grow()) return result;
    result = isDot ? parseDot(grammar, result) : parseBracket(grammar, result);
  }
}

function parseDot(grammar: Grammar, object: Expression): Expression {
  const scanner = grammar.scanner;
  const dot = scanner.at;
  scanner.at++;
  scanner.skip();
  if (scanner.code() !== 42) return parseStep(grammar, object);
  scanner.at++;
  const marker = { start: dot, end: scanner.at };
  let each = elementOf(marker);
  for (;;) {
    scanner.skip();
    const follows = scanner.code() === 46 && scanner.codeAt(1) !== 46;
    if (!follows || scanner.failed || !scanner.grow()) break;
    scanner.at++;
    scanner.skip();
    each = parseStep(grammar, each);
  }
  return { type: 'splat', object, full: false, each, start: object.start, end: each.end };
}

/** Reads the name or legacy index behind a dot. */
function parseStep(grammar: Grammar, object: Expression): Expression {
  const scanner = grammar.scanner;
  const start = scanner.at;
  if (isDigit(scanner.code())) return parseLegacyIndex(grammar, object);
  const name = scanner.identifier();
  if (name === '') return scanner.fail('An attribute name is expected after "."');
  const nameSpan = { start, end: scanner.at };
  return { type: 'get-attribute', object, name, nameSpan, start: object.start, end: scanner.at };
}

function parseLegacyIndex(grammar: Grammar, object: Expression): Expression {
  const scanner = grammar.scanner;
  const start = scanner.at;
  while (isDigit(scanner.code())) scanner.at++;
  const end = scanner.at;
  // The language reads `0.1` in `a.0.1` as one number and refuses it; the meaning is plain, so reading goes on.
  if (scanner.code() === 46 && isDigit(scanner.codeAt(1))) scanner.report('Write [0][1], not .0.1', start, end);
  const text = scanner.text.slice(start, end);
  const index: Expression = { type: 'literal', value: Number(text), text, start, end };
  return { type: 'index', object, index, start: object.start, end };
}

function parseBracket(grammar: Grammar, object: Expression): Expression {
  const scanner = grammar.scanner;
  const open = scanner.at;
  scanner.at++;
  scanner.skip();
  if (scanner.code() === 42) return parseFullSplat(grammar, object, open);
  const newlines = scanner.newlinesCount;
  scanner.newlinesCount = false;
  const height = scanner.height;
  const index = grammar.expression();
  if (scanner.failed) return index;
  if (scanner.code() !== 93) return scanner.fail('Expected "]" after an index');
  scanner.at++;
  scanner.newlinesCount = newlines;
  scanner.height = Math.max(height, scanner.height + 1);
  return { type: 'index', object, index, start: object.start, end: scanner.at };
}

function parseFullSplat(grammar: Grammar, object: Expression, open: number): Expression {
  const scanner = grammar.scanner;
  scanner.at++;
  scanner.skip();
  if (scanner.code() !== 93) return scanner.fail('Expected "]" after "[*"');
  scanner.at++;
  if (!scanner.enter()) return scanner.failTooDeep();
  const each = parseTraversals(grammar, elementOf({ start: open, end: scanner.at }));
  scanner.leave();
  return { type: 'splat', object, full: true, each, start: object.start, end: each.end };
}

function elementOf(marker: Span): Expression {
  return { type: 'variable', name: '*', start: marker.start, end: marker.end };
}
