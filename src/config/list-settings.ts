/** All settings of a schema in one flat list, in its order: for documentation, `config --explain` and lock names. */
import { z } from 'zod';

export interface Setting {
  /** Dotted; `<name>` stands for a key of the user's choice, `[]` for an entry of a list. */
  readonly name: string;
  readonly description: string;
  /** In words: `enforce or monitor`, `whole number`, `list of text`. */
  readonly type: string;
  /** Absent for lists, maps and what must be given. */
  readonly default?: string | number | boolean;
  readonly required: boolean;
}

interface SchemaNode {
  readonly type?: string;
  readonly const?: string | number | boolean;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly format?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
}

/** Every setting, parents before their children. */
export function listSettings(schema: z.ZodType): readonly Setting[] {
  return listNode(z.toJSONSchema(schema, { io: 'input' }) as SchemaNode, '');
}

function listNode(node: SchemaNode, name: string): Setting[] {
  const required = new Set(node.required ?? []);
  const settings = Object.entries(node.properties ?? {}).flatMap(([key, child]) =>
    listChild(child, name === '' ? key : `${name}.${key}`, required.has(key)),
  );
  if (typeof node.additionalProperties === 'object')
    for (const item of listNode(node.additionalProperties, `${name}.<rule>`)) settings.push(item);
  if (node.items?.properties !== undefined) for (const item of listNode(node.items, `${name}[]`)) settings.push(item);
  return settings;
}

function listChild(node: SchemaNode, name: string, required: boolean): Setting[] {
  const value = node.default;
  const scalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  const own: Setting = {
    name,
    description: node.description ?? '',
    type: typeOf(node),
    required,
    ...(scalar ? { default: value } : {}),
  };
  return [own, ...listNode(node, name)];
}

function typeOf(node: SchemaNode): string {
  if (node.const !== undefined) return String(node.const);
  if (node.enum !== undefined) return node.enum.map(String).join(', ');
  if (node.type === 'array') return node.items?.properties === undefined ? 'list of text' : 'list';
  const names = new Map([
    ['object', 'map'],
    ['integer', 'whole number'],
    ['boolean', 'true or false'],
    ['string', node.format === 'date' ? 'day, YYYY-MM-DD' : 'text'],
  ]);
  return names.get(node.type ?? '') ?? node.type ?? '';
}
