/**
 * A JSON node to a value with its position. A key written twice has no known value, because readers disagree on which
 * one counts; a string with a template placeholder is unresolved, with the text before it kept for prefix tests.
 */
import type { DocumentNode, MapNode, ScalarNode } from '../../documents/document-node.ts';
import type { LineIndex } from '../../documents/line-index.ts';
import type { Origin, UnresolvedReason, UnresolvedValue, Value } from '../../model/value.ts';
import { findPlaceholder } from './find-placeholder.ts';

export interface Source {
  readonly path: string;
  readonly lines: LineIndex;
}

const CLIP = 120;
/** Elements that are never a list of strings. */
const ONE_ONLY = new Set(['Version', 'Id', 'Sid', 'Effect', 'Statement', 'Principal', 'NotPrincipal', 'Condition']);

function originOf(node: DocumentNode, source: Source): Origin {
  const location = { path: source.path, range: source.lines.rangeOf(node.start, node.end) };
  if (node.type !== 'scalar') return { from: 'source', location };
  return { from: 'source', location, text: node.text.slice(0, CLIP) };
}

function unknown(reason: UnresolvedReason, subject: string, origin: Origin): UnresolvedValue {
  return { state: 'unresolved', reason, subject: subject.slice(0, CLIP), mayBeAbsent: false, origin };
}

function scalarValue(node: ScalarNode, source: Source): Value {
  const origin = originOf(node, source);
  // A key without a value: the file is broken and says so elsewhere.
  if (node.style === 'empty') return unknown('invalid-expression', 'JSON', origin);
  if (node.value === null) return { state: 'null', origin };
  const at = typeof node.value === 'string' ? findPlaceholder(node.value) : -1;
  if (at === -1) return { state: 'known', type: 'scalar', value: node.value, origin };
  const found = unknown('template-not-evaluated', node.text, origin);
  return at === 0 ? found : { ...found, knownPrefix: node.text.slice(0, at) };
}

/**
 * A string with a placeholder where IAM takes one or many is still exactly one; saying so keeps its prefix useful.
 */
function asElement(key: string, value: Value): Value {
  if (value.state !== 'unresolved' || value.reason !== 'template-not-evaluated' || ONE_ONLY.has(key)) return value;
  return { state: 'known', type: 'list', items: [{ presence: 'yes', value }], origin: value.origin };
}

function mapValue(node: MapNode, source: Source): Value {
  const entries = new Map<string, Value>();
  for (const { key, value } of node.entries) {
    const twice = entries.has(key.text);
    const origin = originOf(key, source);
    entries.set(
      key.text,
      twice ? unknown('invalid-value', key.text, origin) : asElement(key.text, toValue(value, source)),
    );
  }
  return { state: 'known', type: 'map', entries, origin: originOf(node, source) };
}

/** Recurses as deep as the document does; the reader of the document bounds that. */
export function toValue(node: DocumentNode, source: Source): Value {
  if (node.type === 'scalar') return scalarValue(node, source);
  if (node.type === 'map') return mapValue(node, source);
  const items = node.items.map((item) => ({ presence: 'yes' as const, value: toValue(item, source) }));
  return { state: 'known', type: 'list', items, origin: originOf(node, source) };
}
