/**
 * Gives a property of a resource a value, in YAML or JSON. Certain edits only: values of functions, flow style and
 * objects on one line are left alone.
 */
import type { MapNode } from '../../documents/document-node.ts';
import { insertAfter } from '../insert-after.ts';
import { isLiteralScalar } from './is-literal-scalar.ts';
import { mapLayout } from './map-layout.ts';
import { renderScalar } from './render-scalar.ts';

export interface PropertyValues {
  /** The map they stand in, from the resource down: `Properties`. */
  readonly path: readonly string[];
  /** Several only where that map is missing. */
  readonly values: readonly { readonly name: string; readonly value: string | number | boolean }[];
}

export interface PropertyPlace {
  readonly text: string;
  readonly syntax: 'yaml' | 'json';
  /** One level of indentation. */
  readonly unit: string;
}

/** The new text, the same where the value stands there already; undefined where the edit is not certain. */
export function setProperty(place: PropertyPlace, map: MapNode, { path, values }: PropertyValues): string | undefined {
  const { text, syntax } = place;
  if (map.tag !== undefined || map.entries.some(({ key }) => isFunction(key.text))) return undefined;
  const [first] = values;
  const [name = first?.name] = path;
  const found = map.entries.filter(({ key }) => key.text === name);
  const [entry] = found;
  if (first === undefined || found.length > 1) return undefined;
  if (entry === undefined) return insertEntry(place, map, { path, values });
  if (path.length > 0) {
    return entry.value.type === 'map' ? setProperty(place, entry.value, { path: path.slice(1), values }) : undefined;
  }
  if (values.length > 1 || !isLiteralScalar(entry.value, text)) return undefined;
  return text.slice(0, entry.value.start) + renderScalar(first.value, syntax) + text.slice(entry.value.end);
}

function isFunction(key: string): boolean {
  return key === 'Ref' || key.startsWith('Fn::');
}

function insertEntry(place: PropertyPlace, map: MapNode, added: PropertyValues): string | undefined {
  const layout = mapLayout(place.text, map, place.syntax);
  if (layout === undefined) return undefined;
  const render = place.syntax === 'json' ? renderJson : renderYaml;
  const lines = render(added, place.unit, layout.colon).map((line) => layout.indentation + line);
  return insertAfter(place.text, layout.after, lines);
}

function renderYaml({ path, values }: PropertyValues, unit: string): readonly string[] {
  const maps = path.map((name, level) => `${unit.repeat(level)}${name}:`);
  return [
    ...maps,
    ...values.map(({ name, value }) => `${unit.repeat(path.length)}${name}: ${renderScalar(value, 'yaml')}`),
  ];
}

/** Always in front of another entry, so that a comma follows. */
function renderJson({ path, values }: PropertyValues, unit: string, colon: string): readonly string[] {
  const depth = path.length;
  const opening = path.map((name, level) => `${unit.repeat(level)}${JSON.stringify(name)}${colon}{`);
  const leaves = values.map(({ name, value }, index) => {
    const comma = depth === 0 || index < values.length - 1 ? ',' : '';
    return `${unit.repeat(depth)}${JSON.stringify(name)}${colon}${renderScalar(value, 'json')}${comma}`;
  });
  const closing = path.map((_, index) => `${unit.repeat(depth - 1 - index)}}${index === depth - 1 ? ',' : ''}`);
  return [...opening, ...leaves, ...closing];
}
