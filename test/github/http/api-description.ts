/**
 * GitHub's description of its REST interface, as rules to hold requests and our own answers to. Stricter than GitHub in
 * one thing: a key the description does not name is a problem, so that a typing error is found. Executes nothing.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2019, type ErrorObject, type ValidateFunction } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import type { OperationId } from '../operations.ts';
import { closeSchema, type JsonSchema } from './close-schema.ts';
import { correctDescription } from './correct-description.ts';

export interface OperationDescription {
  readonly method: string;
  readonly path: string;
  readonly parameters: JsonSchema;
  readonly query: JsonSchema;
  readonly body?: JsonSchema;
  readonly bodyRequired?: boolean;
  readonly responses: Readonly<Record<string, JsonSchema | null>>;
}

export interface Description {
  readonly operations: Readonly<Record<string, OperationDescription>>;
  readonly schemas: Readonly<Record<string, JsonSchema>>;
}

export interface RequestValues {
  /** Strings of the path, made the type they should have. */
  readonly parameters: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly body: unknown;
}

interface Route {
  readonly id: OperationId;
  readonly method: string;
  readonly pattern: RegExp;
  readonly literal: number;
}

/** Path parameters that may hold slashes. */
const LONG_PARAMETERS = new Set(['path', 'ref', 'basehead', 'branch']);
const ROOT = 'https://api.github.com/description';

export class ApiDescription {
  readonly #description: Description;
  readonly #routes: readonly Route[];
  readonly #strict: Ajv2019;
  readonly #coercing: Ajv2019;
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor() {
    const text = readFileSync(join(import.meta.dirname, '../github-api.generated.json'), 'utf8');
    this.#description = correctDescription(JSON.parse(text) as Description);
    this.#routes = Object.entries(this.#description.operations)
      .map(([id, operation]) => routeOf(id as OperationId, operation))
      .sort((a, b) => b.literal - a.literal);
    this.#strict = this.#validator(false);
    this.#coercing = this.#validator(true);
  }

  #validator(coerceTypes: boolean): Ajv2019 {
    const ajv = new Ajv2019({ strict: false, allErrors: true, inlineRefs: false, coerceTypes, logger: false });
    addFormats.default(ajv);
    ajv.addSchema({ ...closeSchema(this.#description as unknown as JsonSchema), $id: ROOT });
    return ajv;
  }

  /** The operation a request is for; undefined where the description has none that is in use. */
  find(method: string, path: string): { id: OperationId; parameters: Record<string, string> } | undefined {
    for (const route of this.#routes) {
      const match = route.method === method ? route.pattern.exec(path) : null;
      if (!match) continue;
      const entries = Object.entries<string | undefined>(match.groups ?? {});
      return {
        id: route.id,
        parameters: Object.fromEntries(entries.map(([key, v = '']) => [key, decodeURIComponent(v)])),
      };
    }
    return undefined;
  }

  /** What is wrong with a request. Parameters and query are changed in place to the types they should have. */
  requestProblems(id: OperationId, values: RequestValues): readonly string[] {
    const operation = this.#description.operations[id];
    const problems = [
      ...this.#problems(this.#coercing, `${id}/parameters`, values.parameters),
      ...this.#problems(this.#coercing, `${id}/query`, values.query),
    ];
    if (values.body === undefined) return operation?.bodyRequired ? [...problems, 'a body is required'] : problems;
    if (!operation?.body) return [...problems, 'takes no body'];
    return [...problems, ...this.#problems(this.#strict, `${id}/body`, values.body)];
  }

  /** What is wrong with an answer; errors may say more than the description, and may have statuses it does not list. */
  responseProblems(id: OperationId, status: number, body: unknown): readonly string[] {
    const responses = this.#description.operations[id]?.responses ?? {};
    const schema = responses[String(status)];
    if (schema === undefined) return status < 400 && status !== 304 ? [`has no answer ${status}`] : [];
    if (schema === null) return body === undefined || status >= 400 ? [] : [`answers ${status} without a body`];
    return this.#problems(this.#strict, `${id}/responses/${status}`, body).filter(
      (problem) => status < 400 || !problem.includes('unevaluated'),
    );
  }

  #problems(ajv: Ajv2019, place: string, value: unknown): readonly string[] {
    const [folder = '', name = '', ...rest] = place.split('/');
    const pointer = ['operations', `${folder}~1${name}`, ...rest].join('/');
    const validate = this.#compiled.get(place) ?? ajv.compile({ $ref: `${ROOT}#/${pointer}` });
    this.#compiled.set(place, validate);
    return validate(value) ? [] : (validate.errors ?? []).map(sentence);
  }
}

function routeOf(id: OperationId, operation: OperationDescription): Route {
  const pattern = operation.path
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => (LONG_PARAMETERS.has(name) ? `(?<${name}>.*)` : `(?<${name}>[^/]+)`))
    // The root folder of a repository is asked for without the slash.
    .replace('/(?<path>.*)', '(?:/(?<path>.*))?');
  const literal = operation.path.replaceAll(/\{\w+\}/g, '').length;
  return { id, method: operation.method, pattern: new RegExp(`^${pattern}$`), literal };
}

function sentence(error: ErrorObject): string {
  const key: unknown = error.params['unevaluatedProperty'] ?? error.params['allowedValues'];
  return `${error.instancePath || '/'} ${error.message ?? ''}${key === undefined ? '' : ` (${JSON.stringify(key)})`}`;
}
