/**
 * Closes a schema: an object with named properties may have no others. Closing happens where a value stands (a body, a
 * property, an element), not inside allOf, anyOf and oneOf, whose branches describe the same value together.
 */
export type JsonSchema = Readonly<Record<string, unknown>>;

const COMBINATORS = ['allOf', 'anyOf', 'oneOf'];

export function closeSchema(document: JsonSchema): JsonSchema {
  const { operations, schemas } = document as Record<string, Record<string, JsonSchema>>;
  return {
    schemas: mapValues(schemas ?? {}, (schema) => inside(schema)),
    operations: mapValues(operations ?? {}, ({ parameters, query, body, responses }) => ({
      parameters: closed(parameters),
      query: closed(query),
      ...(body === undefined ? {} : { body: closed(body) }),
      responses: mapValues(responses as Record<string, unknown>, closed),
    })),
  };
}

/** A schema at the place of a value. */
function closed(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  const schema = inside(value as JsonSchema);
  const open = 'additionalProperties' in schema;
  const names = 'properties' in schema || '$ref' in schema || COMBINATORS.some((key) => key in schema);
  return names && !open ? { ...schema, unevaluatedProperties: false } : schema;
}

/** A schema whose place is closed by somebody else: only what lies below its properties is. */
function inside(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, keyword(key, value)]));
}

function keyword(key: string, value: unknown): unknown {
  if (key === 'properties') return mapValues(value as Record<string, unknown>, closed);
  if (key === 'items') return closed(value);
  if (COMBINATORS.includes(key)) return (value as JsonSchema[]).map(branch);
  return value;
}

/** "Anything else as well" in a branch would open the whole. */
function branch(schema: JsonSchema): JsonSchema {
  const { additionalProperties, ...rest } = inside(schema);
  return typeof additionalProperties === 'object' ? { ...rest, additionalProperties } : rest;
}

function mapValues<T, R>(record: Readonly<Record<string, T>>, change: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
