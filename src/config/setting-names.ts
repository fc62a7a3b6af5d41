/** Which names a schema knows at a place. Walks the published JSON schema, so it can never know other names than it. */
import { z } from 'zod';

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
}

/** Names allowed in the map at `path`, in the order of the schema; empty where any name is allowed. */
export function settingNames(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let node: SchemaNode | undefined = z.toJSONSchema(schema, { io: 'input' }) as SchemaNode;
  for (const step of path) node = childOf(node, step);
  return Object.keys(node?.properties ?? {});
}

function childOf(node: SchemaNode | undefined, step: PropertyKey): SchemaNode | undefined {
  if (typeof step === 'number') return node?.items;
  const own = Object.hasOwn(node?.properties ?? {}, step) ? node?.properties?.[String(step)] : undefined;
  const other = node?.additionalProperties;
  return own ?? (typeof other === 'object' ? other : undefined);
}
