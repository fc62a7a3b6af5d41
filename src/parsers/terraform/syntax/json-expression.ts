/** JSON values as expressions: objects, tuples, literals, and strings as templates. */
import type { Node } from 'jsonc-parser';
import type { Expression, ObjectItem } from './ast.ts';
import type { JsonProperty, JsonSource } from './json-source.ts';
import { jsonTemplate } from './json-template.ts';
import { propertiesOf } from './properties-of.ts';
import { spanOf } from './span-of.ts';

/** Turns one value node into an expression. Recursion is as deep as the text, which was bounded before. */
export function jsonExpression(source: JsonSource, node: Node): Expression {
  const span = spanOf(node);
  switch (node.type) {
    case 'string':
      return jsonTemplate(source, node);
    case 'number':
    case 'boolean':
    case 'null':
      return { type: 'literal', value: literalOf(node), text: source.text.slice(span.start, span.end), ...span };
    case 'array':
      return { type: 'tuple', items: (node.children ?? []).map((item) => jsonExpression(source, item)), ...span };
    case 'object':
      return { type: 'object', items: objectItems(source, propertiesOf(node)), ...span };
    default:
      return { type: 'invalid', ...span };
  }
}

function literalOf(node: Node): number | boolean | null {
  const value: unknown = node.value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function objectItems(source: JsonSource, properties: readonly JsonProperty[]): readonly ObjectItem[] {
  const seen = new Set<string>();
  return properties.map(({ name, key, value, start, end }) => {
    if (seen.has(name))
      source.errors.push({ message: 'This key is already set in this object', start, end: start + key.length });
    seen.add(name);
    return { key: jsonTemplate(source, key), value: jsonExpression(source, value), start, end };
  });
}
