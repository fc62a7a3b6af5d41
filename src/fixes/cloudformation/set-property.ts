/**
 * Gives a property of a resource a value, in YAML or JSON. Certain edits only: values of functions, flow style and
 * objects on one line are left alone.
 */
import type { MapNode } from '../../documents/document-node.ts';
import { insertAfter } from '../insert-after.ts';
import { isLiteralScalar } from './is-literal-scalar.ts';
import { mapLayout } from './map-layout.ts';
import { renderScalar } from './render-scalar.ts';

export interface PropertyValue {
  /** From the resource down: `Properties`, `StorageEncrypted`. */
  readonly path: readonly string[];
  readonly value: string | number | boolean;
}

export interface PropertyPlace {
  readonly text: string;
  readonly syntax: 'yaml' | 'json';
  /** One level of indentation. */
  readonly unit: string;
}

/** The new text, the same where the value stands there already; undefined where the edit is not certain. */
export function setProperty(place: PropertyPlace, map: MapNode, { path, value }: PropertyValue): string | undefined {
  const { text, syntax } = place;
  const [name, ...rest] = path;
  if (name === undefined || map.tag !== undefined || map.entries.some(({ key }) => isFunction(key.text)))
    return undefined;
  const found = map.entries.filter(({ key }) => key.text === name);
  const [entry] = found;
  if (found.length > 1) return undefined;
  if (entry === undefined) return insertEntry(place, map, { path, value });
  if (rest.length > 0) {
    return entry.value.type === 'map' ? setProperty(place, entry.value, { path: rest, value }) : undefined;
  }
  if (!isLiteralScalar(entry.value, text)) return undefined;
  return text.slice(0, entry.value.start) + renderScalar(value, syntax) + text.slice(entry.value.end);
}

function isFunction(key: string): boolean {
  return key === 'Ref' || key.startsWith('Fn::');
}

function insertEntry(place: PropertyPlace, map: MapNode, { path, value }: PropertyValue): string | undefined {
  const layout = mapLayout(place.text, map, place.syntax);
  if (layout === undefined) return undefined;
  const scalar = renderScalar(value, place.syntax);
  const render = place.syntax === 'json' ? renderJson : renderYaml;
  return insertAfter(place.text, layout.after, render(path, scalar, layout.indentation, place.unit));
}

function renderYaml(path: readonly string[], value: string, indentation: string, unit: string): readonly string[] {
  return path.map((name, level) => {
    return `${indentation}${unit.repeat(level)}${name}:${level === path.length - 1 ? ` ${value}` : ''}`;
  });
}

/** Always in front of another entry, so that a comma follows. */
function renderJson(path: readonly string[], value: string, indentation: string, unit: string): readonly string[] {
  const depth = path.length - 1;
  const opening = path.map((name, level) => {
    const written = level === depth ? (depth === 0 ? `${value},` : value) : '{';
    return `${indentation}${unit.repeat(level)}${JSON.stringify(name)}: ${written}`;
  });
  const closing = path.slice(1).map((_, index) => `${indentation}${unit.repeat(depth - 1 - index)}}`);
  return [...opening, ...closing.map((line, index) => (index === depth - 1 ? `${line},` : line))];
}
