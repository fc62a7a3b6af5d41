/**
 * Conditional, binary and unary operators, by precedence climbing. Chains of one precedence are read in a loop, so
 * their length costs no stack; the height of the tree they build is bounded all the same.
 */
import type { BinaryOperator, Expression } from './ast.ts';
import type { Grammar } from './grammar.ts';
import { parseTerm } from './parse-term.ts';
import { parseTraversals } from './parse-traversals.ts';
import type { Scanner } from './scanner.ts';

interface OperatorAt {
  readonly operator: BinaryOperator;
  readonly precedence: number;
}

const OR: OperatorAt = { operator: '||', precedence: 1 };
const AND: OperatorAt = { operator: '&&', precedence: 2 };
const EQUAL: OperatorAt = { operator: '==', precedence: 3 };
const UNEQUAL: OperatorAt = { operator: '!=', precedence: 3 };
const LESS: OperatorAt = { operator: '<', precedence: 4 };
const AT_MOST: OperatorAt = { operator: '<=', precedence: 4 };
const GREATER: OperatorAt = { operator: '>', precedence: 4 };
const AT_LEAST: OperatorAt = { operator: '>=', precedence: 4 };
const PLUS: OperatorAt = { operator: '+', precedence: 5 };
const MINUS: OperatorAt = { operator: '-', precedence: 5 };
const TIMES: OperatorAt = { operator: '*', precedence: 6 };
const DIVIDE: OperatorAt = { operator: '/', precedence: 6 };
const MODULO: OperatorAt = { operator: '%', precedence: 6 };

/** Reads one expression at the position, with everything that binds to it; an InvalidExpression where there is none. */
export function parseOperators(grammar: Grammar): Expression {
  const scanner = grammar.scanner;
  if (!scanner.enter()) return scanner.failTooDeep();
  const expression = parseConditional(grammar);
  scanner.leave();
  return expression;
}

function parseConditional(grammar: Grammar): Expression {
  const scanner = grammar.scanner;
  const condition = parseBinary(grammar, 1);
  if (scanner.failed || scanner.code() !== 63) return condition;
  let height = scanner.height;
  scanner.at++;
  const consequent = grammar.expression();
  if (scanner.failed) return consequent;
  height = Math.max(height, scanner.height);
  if (scanner.code() !== 58) return scanner.fail('A conditional needs ":" and a value for when it is false');
  scanner.at++;
  const alternate = grammar.expression();
  scanner.height = Math.max(height, scanner.height) + 1;
  return { type: 'conditional', condition, consequent, alternate, start: condition.start, end: alternate.end };
}

function parseBinary(grammar: Grammar, minimum: number): Expression {
  const scanner = grammar.scanner;
  let left = parseUnary(grammar);
  while (!scanner.failed) {
    const found = operatorAt(scanner);
    if (found === undefined || found.precedence < minimum) return left;
    const height = scanner.height;
    scanner.at += found.operator.length;
    const right = parseBinary(grammar, found.precedence + 1);
    scanner.height = Math.max(height, scanner.height);
    if (!scanner.grow()) return right;
    left = { type: 'binary', operator: found.operator, left, right, start: left.start, end: right.end };
  }
  return left;
}

function parseUnary(grammar: Grammar): Expression {
  const scanner = grammar.scanner;
  scanner.skip();
  const code = scanner.code();
  const negates = code === 45 || (code === 33 && scanner.codeAt(1) !== 61);
  if (!negates) return parseTraversals(grammar, parseTerm(grammar));
  const start = scanner.at;
  if (!scanner.enter()) return scanner.failTooDeep();
  scanner.at++;
  const operand = parseUnary(grammar);
  scanner.leave();
  scanner.height++;
  return { type: 'unary', operator: code === 45 ? '-' : '!', operand, start, end: operand.end };
}

function operatorAt(scanner: Scanner): OperatorAt | undefined {
  const next = scanner.codeAt(1);
  switch (scanner.code()) {
    case 124:
      return next === 124 ? OR : undefined;
    case 38:
      return next === 38 ? AND : undefined;
    case 61:
      return next === 61 ? EQUAL : undefined;
    case 33:
      return next === 61 ? UNEQUAL : undefined;
    case 60:
      return next === 61 ? AT_MOST : LESS;
    case 62:
      return next === 61 ? AT_LEAST : GREATER;
    case 43:
      return PLUS;
    case 45:
      return MINUS;
    case 42:
      return TIMES;
    case 47:
      return DIVIDE;
    case 37:
      return MODULO;
    default:
      return undefined;
  }
}
