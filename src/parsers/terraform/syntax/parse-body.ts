/**
 * Bodies: attributes and blocks, of a file or of a block. After an error it goes on with the next item, so that one
 * slip never hides the rest of the file.
 */
import type { Attribute, Block, Body, Label } from './ast.ts';
import type { Grammar } from './grammar.ts';
import { isBlockHeader } from './is-block-header.ts';
import { parseLabels } from './parse-labels.ts';
import type { Scanner } from './scanner.ts';
import { skipBrokenItem } from './skip-broken-item.ts';

/** How a body is bounded, and what was found out about its bounds. */
export interface BodyRules {
  /** Whether a header at column 0 closes the block it stands in. Only for files known to lack a brace. */
  readonly unwinds: boolean;
  /** Set when a closing brace was missing or stray. */
  unbalanced: boolean;
}

/** Mutable while a body is read. */
interface BodyParts {
  readonly attributes: Attribute[];
  readonly blocks: Block[];
  names: Set<string> | undefined;
}

interface Name {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Reads the body of a file: everything up to the end of the text. */
export function parseBody(grammar: Grammar, rules: BodyRules): Body {
  const parts: BodyParts = { attributes: [], blocks: [], names: undefined };
  parseItems(grammar, rules, parts, false);
  return { attributes: parts.attributes, blocks: parts.blocks, start: 0, end: grammar.scanner.end };
}

/** Reads items up to the closing brace, which stays. Returns false where a nested body has none. */
function parseItems(grammar: Grammar, rules: BodyRules, parts: BodyParts, nested: boolean): boolean {
  const scanner = grammar.scanner;
  for (;;) {
    skipBlankLines(scanner);
    if (scanner.at >= scanner.end) return false;
    if (scanner.code() === 125) {
      if (nested) return true;
      rules.unbalanced = true;
      scanner.report('There is no open block to close here', scanner.at, scanner.at + 1);
      scanner.at++;
    } else if (nested && rules.unwinds && isBlockHeader(scanner.text, scanner.at)) return false;
    else parseItem(grammar, rules, parts);
  }
}

function skipBlankLines(scanner: Scanner): void {
  scanner.newlinesCount = false;
  scanner.skip();
  scanner.newlinesCount = true;
}

/** Reads one attribute or block; what is neither is reported and skipped. */
function parseItem(grammar: Grammar, rules: BodyRules, parts: BodyParts): void {
  const scanner = grammar.scanner;
  const start = scanner.at;
  const text = scanner.identifier();
  const name = { text, start, end: scanner.at };
  scanner.skip();
  const code = scanner.code();
  const next = scanner.codeAt(1);
  if (text !== '' && code === 61 && next !== 61 && next !== 62) {
    const attribute = parseAttribute(grammar, parts, name);
    parts.attributes.push(attribute);
    if (attribute.value.type !== 'invalid') endItem(scanner, 'argument');
    return;
  }
  const isBlock = text !== '' && (code === 34 || code === 123 || scanner.atIdentifier());
  if (isBlock) {
    parseBlock(grammar, rules, parts, name);
    return;
  }
  scanner.report('An argument or a block is expected here', start, Math.max(name.end, start + 1));
  skipBrokenItem(scanner, name.end > start ? name.end : start);
  if (scanner.at === start) scanner.at++;
}

/** Reads from the equals sign to the end of the value; an unreadable value is skipped, so the line end is next. */
function parseAttribute(grammar: Grammar, parts: BodyParts, name: Name): Attribute {
  const scanner = grammar.scanner;
  noteName(scanner, parts, name);
  scanner.at++;
  scanner.skip();
  const start = scanner.at;
  let value = grammar.expression();
  if (scanner.failed) {
    skipBrokenItem(scanner, start);
    value = { type: 'invalid', start, end: trimmedEnd(scanner.text, start, scanner.at) };
  }
  const nameSpan = { start: name.start, end: name.end };
  return { type: 'attribute', name: name.text, nameSpan, value, start: name.start, end: value.end };
}

/** Reports a repeated name. A set only for long bodies, because most hold a handful of attributes. */
function noteName(scanner: Scanner, parts: BodyParts, name: Name): void {
  const { attributes } = parts;
  if (parts.names === undefined && attributes.length >= 8) parts.names = new Set(attributes.map((each) => each.name));
  const repeated = parts.names?.has(name.text) ?? attributes.some((each) => each.name === name.text);
  if (repeated) scanner.report('This argument is already set in this block', name.start, name.end);
  parts.names?.add(name.text);
}

/** Every item ends its line. What follows on the same line is read as the next item, after an error. */
function endItem(scanner: Scanner, what: string): void {
  if (scanner.atLineEnd()) return;
  // One error per line is enough: what follows on a broken line is broken by the same slip.
  const lastError = scanner.errors.at(-1)?.start ?? -1;
  const isFirst = lastError <= scanner.text.lastIndexOf('\n', scanner.at);
  if (isFirst) scanner.report(`Expected a line break after the ${what}`, scanner.at, scanner.at + 1);
  if (scanner.code() === 44) {
    scanner.at++;
    scanner.skip();
  }
  if (scanner.code() !== 125 && !scanner.atIdentifier()) skipBrokenItem(scanner, scanner.at);
}

function trimmedEnd(text: string, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start && text.charCodeAt(trimmed - 1) <= 32) trimmed--;
  return trimmed;
}

function parseBlock(grammar: Grammar, rules: BodyRules, parts: BodyParts, name: Name): void {
  const scanner = grammar.scanner;
  const labels = parseLabels(scanner);
  if (scanner.failed || scanner.code() !== 123) {
    scanner.fail('A block needs "{" on the line of its header');
    skipBrokenItem(scanner, labels.at(-1)?.end ?? name.end);
    return;
  }
  const headerEnd = scanner.at;
  if (!scanner.enter()) {
    skipBrokenItem(scanner, headerEnd);
    return;
  }
  scanner.at++;
  const inner: BodyParts = { attributes: [], blocks: [], names: undefined };
  const closed = parseBlockItems(grammar, rules, inner);
  scanner.leave();
  const bodyEnd = scanner.at;
  if (closed) scanner.at++;
  else {
    rules.unbalanced = true;
    scanner.report('This block is never closed', name.start, headerEnd);
  }
  parts.blocks.push(blockNode(name, labels, inner, { headerEnd, bodyEnd, closed, end: scanner.at }));
  scanner.skip();
  if (closed) endItem(scanner, 'block');
}

/** A body that starts on the line of its brace may hold one argument only and must end on that line. */
function parseBlockItems(grammar: Grammar, rules: BodyRules, inner: BodyParts): boolean {
  const scanner = grammar.scanner;
  scanner.skip();
  if (!scanner.atLineEnd() && scanner.code() !== 125) {
    const closed = parseOneLine(grammar, inner);
    if (closed) return true;
  }
  return parseItems(grammar, rules, inner, true);
}

function parseOneLine(grammar: Grammar, inner: BodyParts): boolean {
  const scanner = grammar.scanner;
  const start = scanner.at;
  const text = scanner.identifier();
  const name = { text, start, end: scanner.at };
  scanner.skip();
  const isArgument = text !== '' && scanner.code() === 61 && scanner.codeAt(1) !== 61 && scanner.codeAt(1) !== 62;
  if (!isArgument) {
    scanner.report('A block on one line holds one argument and no block', start, Math.max(name.end, start + 1));
    scanner.at = start;
    return false;
  }
  inner.attributes.push(parseAttribute(grammar, inner, name));
  scanner.skip();
  if (scanner.code() === 125) return true;
  const message = 'A block on one line holds one argument and ends on that line';
  if (scanner.at < scanner.end) scanner.report(message, scanner.at, scanner.at + 1);
  if (scanner.code() === 44) scanner.at++;
  return false;
}

interface BlockBounds {
  readonly headerEnd: number;
  readonly bodyEnd: number;
  readonly closed: boolean;
  readonly end: number;
}

function blockNode(name: Name, labels: readonly Label[], inner: BodyParts, bounds: BlockBounds): Block {
  const { headerEnd, bodyEnd, closed, end } = bounds;
  return {
    type: 'block',
    name: name.text,
    nameSpan: { start: name.start, end: name.end },
    labels,
    body: { attributes: inner.attributes, blocks: inner.blocks, start: headerEnd + 1, end: bodyEnd },
    header: { start: name.start, end: headerEnd },
    closed,
    start: name.start,
    end,
  };
}
