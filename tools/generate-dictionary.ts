/**
 * Writes `rules/dictionary/aws.generated.json` from @aws-cdk/aws-service-spec: the kinds listed in `kinds.yaml`, with
 * properties, nested types and attributes, sorted. `--check` writes nothing and exits 1 when the file is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';
import { parse } from 'yaml';

type Specification = Awaited<ReturnType<typeof loadAwsServiceSpec>>;
type SpecResource = ReturnType<Specification['get']> & object;
/** The part of the specification's property types that is read here; its own package is not a dependency of ours. */
interface SpecType {
  readonly type: string;
  readonly element?: SpecType;
  readonly types?: readonly SpecType[];
  readonly reference?: { readonly $ref: string };
}
type SpecProperties = Readonly<Record<string, { readonly type: SpecType }>>;
interface Kinds {
  readonly kinds: readonly string[];
  readonly policyDocuments: Readonly<Record<string, readonly string[]>>;
}
interface KindContent {
  properties: Record<string, string>;
  types?: Record<string, Record<string, string>>;
  attributes?: string[];
}

const SCALARS: Readonly<Record<string, string>> = {
  string: 'string',
  'date-time': 'string',
  integer: 'integer',
  number: 'double',
  boolean: 'boolean',
  json: 'json',
};

const folder = join(dirname(fileURLToPath(import.meta.url)), '../rules/dictionary');
const target = join(folder, 'aws.generated.json');

function generate(specification: Specification, list: Kinds): string {
  const { version } = createRequire(import.meta.url)('@aws-cdk/aws-service-spec/package.json') as { version: string };
  const kinds: Record<string, KindContent> = {};
  for (const kind of [...list.kinds].sort()) {
    const resource = specification.lookup('resource', 'cloudFormationType', 'equals', kind)[0];
    if (!resource) throw new Error(`kinds.yaml: ${kind} is not in aws-service-spec@${version}`);
    kinds[kind] = new KindReader(specification).read(resource as never);
    markPolicyDocuments(kinds[kind], kind, list.policyDocuments[kind] ?? []);
  }
  for (const kind of Object.keys(list.policyDocuments)) {
    if (!(kind in kinds)) throw new Error(`kinds.yaml: policyDocuments names ${kind}, which is not a kind in use`);
  }
  return `${JSON.stringify({ source: `aws-service-spec@${version}`, kinds }, undefined, 1)}\n`;
}

function markPolicyDocuments(content: KindContent, kind: string, paths: readonly string[]): void {
  for (const path of paths) {
    const [first = '', second] = path.split('.');
    const properties = second === undefined ? content.properties : content.types?.[first];
    const name = second ?? first;
    if (properties?.[name] === undefined) throw new Error(`kinds.yaml: ${kind} has no ${path}`);
    properties[name] = 'policy-document';
  }
}

/** Reads one kind and every nested type it reaches. */
class KindReader {
  readonly #specification: Specification;
  readonly #types = new Map<string, Record<string, string>>();
  readonly #ids = new Map<string, string>();

  constructor(specification: Specification) {
    this.#specification = specification;
  }

  read(resource: SpecResource & { properties: SpecProperties; attributes: object }): KindContent {
    const content: KindContent = { properties: this.#properties(resource.properties) };
    const attributes = Object.keys(resource.attributes).sort();
    if (this.#types.size > 0) {
      content.types = Object.fromEntries([...this.#types].sort(([a], [b]) => (a < b ? -1 : 1)));
    }
    if (attributes.length > 0) content.attributes = attributes;
    return content;
  }

  #properties(properties: SpecProperties): Record<string, string> {
    const result: Record<string, string> = {};
    for (const name of Object.keys(properties).sort()) {
      const property = properties[name];
      if (property) result[name] = this.#type(property.type);
    }
    return result;
  }

  #type(type: SpecType): string {
    const scalar = SCALARS[type.type];
    if (scalar !== undefined) return scalar;
    if (type.type === 'array' && type.element) return `list<${this.#type(type.element)}>`;
    if (type.type === 'map' && type.element) return `map<${this.#type(type.element)}>`;
    if (type.type === 'tag') return this.#tag();
    if (type.type === 'union' && type.types) return this.#type(preferred(type.types));
    if (type.type === 'ref' && type.reference) return this.#reference(type.reference.$ref);
    throw new Error(`the specification has a type this tool does not know: ${JSON.stringify(type)}`);
  }

  #tag(): string {
    if (!this.#types.has('Tag')) this.#types.set('Tag', { Key: 'string', Value: 'string' });
    return 'Tag';
  }

  #reference(id: string): string {
    const known = this.#ids.get(id);
    if (known !== undefined) return known;
    const definition = this.#specification.get('typeDefinition', id);
    this.#ids.set(id, definition.name);
    this.#types.set(definition.name, this.#properties(definition.properties as SpecProperties));
    return definition.name;
  }
}

/** Of several types the one with the most structure; a string that stands for JSON is parsed by coercion. */
function preferred(types: readonly SpecType[]): SpecType {
  const choice =
    types.find((type) => type.type === 'ref' || type.type === 'array') ??
    types.find((type) => type.type === 'json') ??
    types[0];
  if (!choice) throw new Error('the specification has an empty union');
  return choice;
}

const text = generate(await loadAwsServiceSpec(), parse(readFileSync(join(folder, 'kinds.yaml'), 'utf8')) as Kinds);
if (!process.argv.includes('--check')) {
  writeFileSync(target, text);
} else if (readFileSync(target, 'utf8') !== text) {
  console.error('rules/dictionary/aws.generated.json is stale: run tools/generate-dictionary.ts');
  process.exitCode = 1;
}
