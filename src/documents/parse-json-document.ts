/**
 * JSON text to the same position tree as YAML. Tolerant: what follows an error is still read. The nesting is measured
 * over the tokens before anything recurses. May not throw, and does not accept comments or trailing commas silently.
 */
import { createScanner, printParseErrorCode, visit } from 'jsonc-parser';
import { DocumentBuilder } from './document-builder.ts';
import type { DocumentLimits, ParsedDocument, ScalarNode } from './document-node.ts';

/** The visitor recurses one or two frames for a level. */
const DEEPEST = 1_000;

/** Token kinds of the scanner; its own names are erased at build time. */
const OPEN_BRACE = 1;
const CLOSE_BRACE = 2;
const OPEN_BRACKET = 3;
const CLOSE_BRACKET = 4;
const END_OF_FILE = 17;

/** Reads one JSON value. Errors and duplicate keys are in the result. Never throws; linear in the length of the text. */
export function parseJsonDocument(text: string, limits: DocumentLimits): ParsedDocument {
  const maxDepth = Math.min(limits.maxDepth, DEEPEST);
  const builder = new DocumentBuilder({ ...limits, maxDepth });
  const tooDeep = tooDeepAt(text, maxDepth);
  if (tooDeep !== undefined) {
    builder.fail('budget', 'Nested deeper than the limit; not read', tooDeep, tooDeep + 1);
    return builder.result(text.length);
  }
  try {
    readInto(builder, text);
  } catch {
    builder.fail('syntax', 'The text cannot be read as JSON', 0, Math.min(1, text.length));
  }
  return builder.result(text.length);
}

function readInto(builder: DocumentBuilder, text: string): void {
  /** A key whose value is missing must not take the next key for it. */
  let pending: number | undefined;
  const settle = (at: number): void => {
    if (pending !== undefined) builder.scalar(empty(at));
    pending = undefined;
  };
  const value = (): void => {
    pending = undefined;
  };
  visit(
    text,
    {
      onObjectBegin: (offset) => {
        value();
        builder.open('map', offset);
        return !builder.exhausted;
      },
      onObjectProperty: (name, offset, length) => {
        settle(offset);
        builder.scalar({
          type: 'scalar',
          value: name,
          text: name,
          style: 'double-quoted',
          start: offset,
          end: offset + length,
        });
        pending = offset;
      },
      onObjectEnd: (offset, length) => {
        settle(offset);
        builder.close(offset + length);
      },
      onArrayBegin: (offset) => {
        value();
        builder.open('sequence', offset);
        return !builder.exhausted;
      },
      onArrayEnd: (offset, length) => builder.close(offset + length),
      onLiteralValue: (literal: unknown, offset, length) => {
        value();
        builder.scalar(literalNode(literal, text.slice(offset, offset + length), offset));
      },
      onError: (code, offset, length) =>
        builder.fail('syntax', `Invalid JSON: ${printParseErrorCode(code)}`, offset, offset + Math.max(length, 1)),
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
}

function literalNode(literal: unknown, source: string, start: number): ScalarNode {
  const end = start + source.length;
  if (typeof literal === 'string')
    return { type: 'scalar', value: literal, text: literal, style: 'double-quoted', start, end };
  const finite = typeof literal !== 'number' || Number.isFinite(literal);
  const value = typeof literal === 'boolean' || typeof literal === 'number' ? (finite ? literal : source) : null;
  return { type: 'scalar', value, text: source, style: 'plain', start, end };
}

function empty(at: number): ScalarNode {
  return { type: 'scalar', value: null, text: '', style: 'empty', start: at, end: at };
}

/** Offset of the first bracket beyond the limit. Only a bracket that fits closes a level, so this never counts too few. */
function tooDeepAt(text: string, maxDepth: number): number | undefined {
  const scanner = createScanner(text, true);
  const open: number[] = [];
  for (let kind: number = scanner.scan(); kind !== END_OF_FILE; kind = scanner.scan()) {
    if (kind === OPEN_BRACE || kind === OPEN_BRACKET) {
      if (open.length >= maxDepth) return scanner.getTokenOffset();
      open.push(kind);
    } else if (closes(kind, open.at(-1))) open.pop();
  }
  return undefined;
}

function closes(kind: number, opened: number | undefined): boolean {
  return (kind === CLOSE_BRACE && opened === OPEN_BRACE) || (kind === CLOSE_BRACKET && opened === OPEN_BRACKET);
}
