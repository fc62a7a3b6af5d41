/**
 * Reads the notation of property types in `rules/dictionary/`: `string`, `list<string>`, `map<list<string>>`, or the
 * name of a nested type of the kind. May not resolve names; `buildDictionary` checks that they exist.
 */
import type { PropertyType } from './dictionary.ts';

const SCALARS = ['string', 'integer', 'double', 'boolean', 'json', 'policy-document'] as const;
type ScalarName = (typeof SCALARS)[number];

/**
 * Text of a type in, the type out.
 * @throws Error when the notation is malformed; the caller adds file and property.
 */
export function parsePropertyType(text: string): PropertyType {
  const list = inner(text, 'list');
  if (list !== undefined) return { type: 'list', items: parsePropertyType(list) };
  const map = inner(text, 'map');
  if (map !== undefined) return { type: 'map', values: parsePropertyType(map) };
  if (isScalarName(text)) return { type: text };
  if (/^[A-Za-z][A-Za-z0-9]*$/.test(text)) return { type: 'object', name: text };
  throw new Error(`"${text}" is not a type`);
}

function inner(text: string, container: 'list' | 'map'): string | undefined {
  const start = `${container}<`;
  return text.startsWith(start) && text.endsWith('>') ? text.slice(start.length, -1) : undefined;
}

function isScalarName(text: string): text is ScalarName {
  return (SCALARS as readonly string[]).includes(text);
}
