/** Access to the members of a JSON object node. */
import type { Node } from 'jsonc-parser';
import type { JsonProperty } from './json-source.ts';
import { spanOf } from './span-of.ts';

/** The properties of an object node in source order; those without a value, in broken files, are left out. */
export function propertiesOf(node: Node): readonly JsonProperty[] {
  const properties: JsonProperty[] = [];
  for (const child of node.children ?? []) {
    const [key, value] = child.children ?? [];
    if (key === undefined || value === undefined) continue;
    properties.push({ name: String(key.value), key, value, ...spanOf(child) });
  }
  return properties;
}
