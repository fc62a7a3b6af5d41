/** Members of a JSON body as attributes, whether a provider takes them as arguments or as blocks. */
import type { Attribute } from './ast.ts';
import { jsonExpression } from './json-expression.ts';
import type { JsonProperty, JsonSource } from './json-source.ts';
import { spanOf } from './span-of.ts';

/** Properties of a body as attributes; `//` is a comment. A repeated name is kept and reported. */
export function jsonAttributes(source: JsonSource, properties: readonly JsonProperty[]): readonly Attribute[] {
  const seen = new Set<string>();
  const attributes: Attribute[] = [];
  for (const property of properties) {
    if (property.name === '//') continue;
    const nameSpan = spanOf(property.key);
    if (seen.has(property.name))
      source.errors.push({ message: 'This argument is already set in this block', ...nameSpan });
    seen.add(property.name);
    const value = jsonExpression(source, property.value);
    attributes.push({
      type: 'attribute',
      name: property.name,
      nameSpan,
      value,
      start: property.start,
      end: property.end,
    });
  }
  return attributes;
}
