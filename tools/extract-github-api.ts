/**
 * Writes `test/github/github-api.generated.json` from GitHub's own OpenAPI description: the operations listed in
 * `test/github/operations.ts` and every schema they reach, without prose, as JSON Schema. The description is 385 MB as a
 * package, so it is no dependency: it is fetched into `.cache/github-api` the first time and kept there.
 *
 * `node tools/extract-github-api.ts` writes; with `--check` it writes nothing and exits 1 where the file is stale. As that
 * needs a download of 28 MB, `--check` does nothing unless GITHUB_API_CHECK is set or the description is there already.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OPERATIONS } from '../test/github/operations.ts';

type Json = null | boolean | number | string | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [key: string]: Json | undefined;
}

const VERSION = '23.0.2';
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const cache = join(root, '.cache/github-api', VERSION);
const description = join(cache, 'package/generated/api.github.com.json');
const target = join(root, 'test/github/github-api.generated.json');

/** Keywords that describe and do not constrain. Below `properties` the same words are names and stay. */
const PROSE = new Set([
  'title',
  'description',
  'example',
  'examples',
  'default',
  'deprecated',
  'discriminator',
  'externalDocs',
  'readOnly',
  'writeOnly',
  'nullable',
]);
const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

/** Fetches the package by npm, which checks its integrity, and unpacks the one file that is read. */
function fetchDescription(): void {
  if (existsSync(description)) return;
  mkdirSync(cache, { recursive: true });
  const archive = `octokit-openapi-${VERSION}.tgz`;
  run('npm', ['pack', '--silent', `@octokit/openapi@${VERSION}`]);
  run('tar', ['-xzf', archive, 'package/generated/api.github.com.json']);
  rmSync(join(cache, archive));
}

function run(command: string, options: readonly string[]): void {
  const { status } = spawnSync(command, options, { cwd: cache, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${command} ${options.join(' ')} failed`);
}

/** Copies operations and schemas out of the description, remembering which schemas were reached. */
class Extractor {
  readonly #document: JsonObject;
  readonly #schemas = new Map<string, Json>();

  constructor(document: JsonObject) {
    this.#document = document;
  }

  extract(ids: readonly string[]): JsonObject {
    const operations: Record<string, Json> = {};
    for (const [path, item] of Object.entries(asObject(this.#document['paths']))) {
      for (const method of METHODS) {
        const operation = asObject(asObject(item)[method]);
        const id = asText(operation['operationId']);
        if (ids.includes(id)) operations[id] = this.#operation(method, path, operation);
      }
    }
    const missing = ids.filter((id) => !(id in operations));
    if (missing.length > 0) throw new Error(`not in @octokit/openapi@${VERSION}: ${missing.join(', ')}`);
    return {
      source: `@octokit/openapi@${VERSION} api.github.com`,
      operations: sorted(Object.entries(operations)),
      schemas: sorted([...this.#schemas]),
    };
  }

  #operation(method: string, path: string, operation: JsonObject): JsonObject {
    const parameters = asArray(operation['parameters']).map((each) => this.#resolved(each));
    const responses = Object.entries(asObject(operation['responses'])).map(([status, response]): [string, Json] => [
      status,
      this.#content(this.#resolved(response ?? {})),
    ]);
    const body = asObject(operation['requestBody']);
    return {
      method: method.toUpperCase(),
      path,
      parameters: this.#parameters(parameters, 'path'),
      query: this.#parameters(parameters, 'query'),
      ...('content' in body ? { body: this.#content(body), bodyRequired: body['required'] === true } : {}),
      responses: sorted(responses),
    };
  }

  #parameters(parameters: readonly JsonObject[], place: string): JsonObject {
    const here = parameters.filter((each) => each['in'] === place);
    const required = here.filter((each) => each['required'] === true).map((each) => asText(each['name']));
    const properties = here.map((each): [string, Json] => [asText(each['name']), this.#schema(each['schema'] ?? {})]);
    return { type: 'object', properties: sorted(properties), required: required.sort() };
  }

  /** The schema of the JSON content; null where an operation answers without a body. */
  #content(owner: JsonObject): Json {
    const schema = asObject(asObject(owner['content'])['application/json'])['schema'];
    return schema === undefined ? null : this.#schema(schema);
  }

  #resolved(value: Json): JsonObject {
    const reference = asObject(value)['$ref'];
    if (typeof reference !== 'string') return asObject(value);
    const [, , kind = '', name = ''] = reference.split('/');
    return asObject(asObject(asObject(this.#document['components'])[kind])[name]);
  }

  /** OpenAPI 3.0 to JSON Schema: `nullable` becomes a type, references point into this file. */
  #schema(value: Json): Json {
    if (Array.isArray(value)) return (value as readonly Json[]).map((each) => this.#schema(each));
    if (value === null || typeof value !== 'object') return value;
    const source = value as JsonObject;
    if (typeof source['$ref'] === 'string') return this.#reference(source['$ref']);
    const schema: Record<string, Json> = {};
    for (const [key, each] of Object.entries(source)) {
      if (each === undefined || PROSE.has(key) || key.startsWith('x-')) continue;
      schema[key] = key === 'properties' ? this.#properties(asObject(each)) : this.#keyword(key, each);
    }
    return source['nullable'] === true ? orNull(schema) : schema;
  }

  #keyword(key: string, value: Json): Json {
    return key === 'enum' || key === 'required' ? value : this.#schema(value);
  }

  #properties(properties: JsonObject): JsonObject {
    return Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, this.#schema(each ?? {})]));
  }

  #reference(reference: string): JsonObject {
    const name = reference.slice(reference.lastIndexOf('/') + 1);
    if (!this.#schemas.has(name)) {
      this.#schemas.set(name, {});
      this.#schemas.set(name, this.#schema(asObject(asObject(this.#document['components'])['schemas'])[name] ?? {}));
    }
    return { $ref: `#/schemas/${name}` };
  }
}

function orNull(schema: Record<string, Json>): JsonObject {
  if (typeof schema['type'] !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const allowed = Array.isArray(schema['enum'])
    ? { enum: [...new Set([...(schema['enum'] as readonly Json[]), null])] }
    : {};
  return { ...schema, ...allowed, type: [schema['type'], 'null'] };
}

function asObject(value: Json | undefined): JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as JsonObject) : {};
}

function asText(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function asArray(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function sorted(entries: readonly (readonly [string, Json])[]): JsonObject {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** One line for each operation and schema: a new version of the description stays readable as a difference. */
function print(document: JsonObject): string {
  const lines = (part: JsonObject): string =>
    Object.entries(part)
      .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
      .join(',\n');
  const { source, operations, schemas } = document;
  return `{\n"source": ${JSON.stringify(source)},\n"operations": {\n${lines(asObject(operations))}\n},\n"schemas": {\n${lines(asObject(schemas))}\n}\n}\n`;
}

function main(check: boolean): number {
  if (check && !existsSync(description) && !process.env['GITHUB_API_CHECK']) {
    console.log('github-api.generated.json: not checked, as GITHUB_API_CHECK is not set and nothing is downloaded yet');
    return 0;
  }
  fetchDescription();
  const document = JSON.parse(readFileSync(description, 'utf8')) as JsonObject;
  const text = print(new Extractor(document).extract(Object.keys(OPERATIONS)));
  if (!check) {
    writeFileSync(target, text);
    console.log(`${target}: ${text.length} bytes`);
    return 0;
  }
  const fresh = existsSync(target) && readFileSync(target, 'utf8') === text;
  console.log(`github-api.generated.json is ${fresh ? 'fresh' : 'stale: run node tools/extract-github-api.ts'}`);
  return fresh ? 0 : 1;
}

process.exitCode = main(process.argv.includes('--check'));
