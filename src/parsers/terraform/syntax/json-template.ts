/**
 * Strings of `*.tf.json` as templates. The text inside the JSON string is read by the native template parser and
 * every position is carried back through the JSON escapes.
 */
import type { Node } from 'jsonc-parser';
import type { Expression, Span } from './ast.ts';
import { HclGrammar } from './hcl-grammar.ts';
import type { JsonSource } from './json-source.ts';
import { parseBareTemplate } from './parse-bare-template.ts';
import { Scanner } from './scanner.ts';
import { spanOf } from './span-of.ts';

/** Reads one string node; an InvalidExpression, with an error, where its template is broken. */
export function jsonTemplate(source: JsonSource, node: Node): Expression {
  const span = spanOf(node);
  const value = String(node.value);
  if (value === '') return { type: 'template', parts: [], ...span };
  if (!value.includes('${') && !value.includes('%{')) return plain(value, span);
  const scanner = new Scanner(value, source.maxDepth);
  const parts = parseBareTemplate(new HclGrammar(scanner));
  const offsets = decodedOffsets(source.text, node);
  const offsetOf = (index: number): number =>
    offsets?.[index] ?? (offsets === undefined ? span.start + 1 + index : span.end - 1);
  for (const error of scanner.errors) source.errors.push(moveSpans(error, offsetOf));
  if (scanner.failed) return { type: 'invalid', ...span };
  return { type: 'template', parts: moveSpans(parts, offsetOf), ...span };
}

function plain(value: string, span: Span): Expression {
  const inner = { start: span.start + 1, end: span.end - 1 };
  return { type: 'template', parts: [{ type: 'text', value: value.normalize('NFC'), ...inner }], ...span };
}

/** Offset in the file for every code unit of the decoded string; undefined where no escape shifts anything. */
function decodedOffsets(text: string, node: Node): readonly number[] | undefined {
  const end = node.offset + node.length - 1;
  if (!text.slice(node.offset, end).includes('\\')) return undefined;
  const offsets: number[] = [];
  let at = node.offset + 1;
  while (at < end) {
    offsets.push(at);
    const isEscape = text.charCodeAt(at) === 92;
    const isUnicode = isEscape && text.charCodeAt(at + 1) === 117;
    at += isUnicode ? 6 : isEscape ? 2 : 1;
  }
  return offsets;
}

/** A copy of a tree with every `start` and `end` moved. Its depth is that of the tree, which the scanner bounded. */
function moveSpans<T>(tree: T, offsetOf: (index: number) => number): T {
  if (Array.isArray(tree)) return tree.map((item: unknown) => moveSpans(item, offsetOf)) as T;
  if (typeof tree !== 'object' || tree === null) return tree;
  const entries = Object.entries(tree).map(([name, value]: [string, unknown]) => {
    const isOffset = (name === 'start' || name === 'end') && typeof value === 'number';
    return [name, isOffset ? offsetOf(value) : moveSpans(value, offsetOf)] as const;
  });
  return Object.fromEntries(entries) as T;
}
