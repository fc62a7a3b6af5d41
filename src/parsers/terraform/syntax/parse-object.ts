/**
 * Objects: `{ a = 1, (b) = 2, "c" : 3 }`, items separated by commas or newlines, which therefore count inside the
 * braces. A `{for …}` is handed on. A bare name as key is that text, not a reference.
 */
import type { Expression, ObjectItem, TemplateExpression } from './ast.ts';
import type { Grammar } from './grammar.ts';
import { parseFor } from './parse-for.ts';
import type { Scanner } from './scanner.ts';

/** Reads the object or `for` expression whose `{` is at the position. */
export function parseObject(grammar: Grammar): Expression {
  const scanner = grammar.scanner;
  const start = scanner.at;
  const newlines = scanner.newlinesCount;
  scanner.newlinesCount = false;
  scanner.at++;
  scanner.skip();
  const isFor = scanner.atWord('for');
  scanner.newlinesCount = !isFor;
  const result = isFor ? parseFor(grammar, start, 125) : parseItems(grammar, start);
  scanner.newlinesCount = newlines;
  return result;
}

function parseItems(grammar: Grammar, start: number): Expression {
  const scanner = grammar.scanner;
  const items: ObjectItem[] = [];
  let height = 0;
  for (;;) {
    skipNewlines(scanner);
    if (scanner.code() === 125) break;
    const item = parseItem(grammar);
    if (scanner.failed) return { type: 'invalid', start, end: scanner.at };
    items.push(item);
    height = Math.max(height, scanner.height);
    const code = scanner.code();
    if (code === 125) break;
    if (code === 44) scanner.at++;
    else if (scanner.at >= scanner.end || !scanner.atLineEnd())
      return scanner.fail('Expected a line break, "," or "}" after a value');
  }
  scanner.at++;
  scanner.height = height + 1;
  return { type: 'object', items, start, end: scanner.at };
}

function skipNewlines(scanner: Scanner): void {
  scanner.newlinesCount = false;
  scanner.skip();
  scanner.newlinesCount = true;
}

function parseItem(grammar: Grammar): ObjectItem {
  const scanner = grammar.scanner;
  const key = parseKey(grammar);
  const height = scanner.height;
  if (!scanner.failed) readSeparator(scanner);
  if (scanner.failed) return { key, value: key, start: key.start, end: key.end };
  const value = grammar.expression();
  scanner.height = Math.max(height, scanner.height);
  return { key, value, start: key.start, end: value.end };
}

function readSeparator(scanner: Scanner): void {
  const code = scanner.code();
  const next = scanner.codeAt(1);
  const separates = (code === 61 && next !== 61 && next !== 62) || (code === 58 && next !== 58);
  if (separates) scanner.at++;
  else scanner.fail('Expected "=" or ":" after a key');
}

function parseKey(grammar: Grammar): Expression {
  const scanner = grammar.scanner;
  const key = grammar.expression();
  if (key.type === 'variable') return textKey(key.name, key.start, key.end);
  // `true`, `false` and `null` are words like any other where a key stands.
  if (key.type === 'literal' && typeof key.value !== 'number') return textKey(key.text, key.start, key.end);
  scanner.height = Math.max(scanner.height, 1);
  return key;
}

function textKey(value: string, start: number, end: number): TemplateExpression {
  return { type: 'template', parts: [{ type: 'text', value, start, end }], start, end };
}
