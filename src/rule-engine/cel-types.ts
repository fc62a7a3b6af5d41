/**
 * The static types of CEL for one resource kind, as plain text declarations: every property typed, every named object
 * a type of its own, so that a mistyped property is an error at load. Free-form JSON is `dyn`.
 */
import type { KindDefinition, PropertyType } from '../dictionary/dictionary.ts';

export interface CelTypeDeclaration {
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Name of the type of a normalised policy document. */
const POLICY_DOCUMENT = 'PolicyDocument';

/** The kind itself under its own name, and its objects as `Kind.Object`. */
export function celTypes(definition: KindDefinition): readonly CelTypeDeclaration[] {
  const objects = Object.entries(definition.types).map(([name, properties]) => ({
    name: `${definition.kind}.${name}`,
    fields: fieldsOf(properties, definition.kind),
  }));
  return [{ name: definition.kind, fields: fieldsOf(definition.properties, definition.kind) }, ...objects];
}

function fieldsOf(properties: Readonly<Record<string, PropertyType>>, kind: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(properties).map(([name, type]) => [name, celTypeOf(type, kind)]));
}

function celTypeOf(type: PropertyType, kind: string): string {
  switch (type.type) {
    case 'string':
    case 'double':
      return type.type;
    case 'integer':
      return 'int';
    case 'boolean':
      return 'bool';
    case 'json':
      return 'dyn';
    case 'policy-document':
      return POLICY_DOCUMENT;
    case 'list':
      return `list<${celTypeOf(type.items, kind)}>`;
    case 'map':
      return `map<string, ${celTypeOf(type.values, kind)}>`;
    case 'object':
      return `${kind}.${type.name}`;
  }
}
