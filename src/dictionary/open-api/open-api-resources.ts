/**
 * The resources that importing an API's description makes: a method or route for each path and operation, its
 * integration, authorizers and validators. What cannot be read is one resource that may not be there. May not give
 * addresses; each language has its own.
 */
import type { Problem } from '../../model/problem.ts';
import type { MapValue, Origin, Presence, Value } from '../../model/value.ts';
import { problemAt } from '../problem-at.ts';
import { unresolved } from '../unresolved.ts';
import { type ApiStyle, openApiAuthorization } from './open-api-authorization.ts';
import { openApiDefinitions } from './open-api-definitions.ts';
import { openApiIntegration } from './open-api-integration.ts';
import type { OpenApiResource } from './open-api-resource.ts';

const ANY = 'x-amazon-apigateway-any-method';
const METHODS: ReadonlySet<string> = new Set([
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  ANY,
]);

interface OpenApiResources {
  readonly resources: readonly OpenApiResource[];
  readonly problems: readonly Problem[];
}

/**
 * Structure of a description as `readOpenApi` gives it, how it is read and how many operations at most in; resources in
 * document order out. Never throws.
 */
export function openApiResources(document: Value, style: ApiStyle, most: number): OpenApiResources {
  if (document.state === 'unresolved') return { resources: [unknownOperation(document, style)], problems: [] };
  if (document.state !== 'known' || document.type !== 'map') return { resources: [], problems: [] };
  const walk = new OpenApiWalk(document, style, most);
  walk.paths(document.entries.get('paths') ?? document.openEnded);
  const definitions = openApiDefinitions(document, style);
  if (definitions.length > most) walk.report('authorizers and validators', document.origin);
  return { resources: [...walk.resources, ...definitions.slice(0, most)], problems: walk.problems };
}

class OpenApiWalk {
  readonly resources: OpenApiResource[] = [];
  readonly problems: Problem[] = [];
  readonly #document: MapValue;
  readonly #style: ApiStyle;
  readonly #most: number;
  #operations = 0;

  constructor(document: MapValue, style: ApiStyle, most: number) {
    this.#document = document;
    this.#style = style;
    this.#most = most;
  }

  paths(paths: Value | undefined): void {
    if (paths === undefined || !this.#isMap(paths)) return;
    for (const [path, item] of paths.entries) {
      if (this.#operations > this.#most) return;
      if (path.startsWith('/') || path === '$default') this.#path(path, item);
    }
    if (paths.openEnded) this.resources.push(unknownOperation(paths.openEnded, this.#style));
  }

  report(what: string, origin: Origin): void {
    const message = `The description of an API has more ${what} than are read (${this.#most})`;
    this.problems.push(problemAt(origin, 'budget-exceeded', 'not-evaluated', message));
  }

  #path(path: string, item: Value): void {
    if (!this.#isMap(item, path)) return;
    for (const [name, operation] of item.entries) {
      const method = name.toLowerCase();
      if (!METHODS.has(method)) continue;
      this.#operations += 1;
      if (this.#operations > this.#most) {
        this.#stop(item.origin);
        return;
      }
      this.#operation(path, method === ANY ? 'ANY' : method.toUpperCase(), operation);
    }
    const rest = item.openEnded ?? item.entries.get('$ref');
    if (rest !== undefined) this.resources.push(unknownOperation(asUnknown(rest, path), this.#style));
  }

  #stop(origin: Origin): void {
    this.report('operations', origin);
    this.resources.push(unknownOperation(unresolved('budget-exceeded', 'paths', origin), this.#style));
  }

  #operation(path: string, method: string, operation: Value): void {
    if (operation.state === 'null' || operation.state === 'absent') return;
    const isKnown = operation.state === 'known' && operation.type === 'map';
    const label = `${method} ${path}`;
    const properties = new Map<string, Value>();
    const links = new Map<string, string>();
    const origin = operation.origin;
    const named = this.#style === 'rest' ? ['HttpMethod', method] : ['RouteKey', routeKey(method, path)];
    properties.set(named[0] ?? '', scalar(named[1] ?? '', origin));
    if (isKnown) this.#describe({ label, operation, properties, links });
    else setUnknown(properties, asUnknown(operation, label), this.#style);
    this.#add({ kind: kindOf(this.#style), label, properties, links, origin, presence: isKnown ? 'yes' : 'unknown' });
  }

  #describe({ label, operation, properties, links }: Described): void {
    const { type, needsApiKey, scheme, scopes } = openApiAuthorization(operation, this.#document, this.#style);
    if (type.state !== 'absent') properties.set('AuthorizationType', type);
    if (needsApiKey) properties.set('ApiKeyRequired', scalar(true, operation.origin));
    if (scheme !== undefined) links.set('AuthorizerId', `authorizer ${scheme}`);
    if (scopes) properties.set('AuthorizationScopes', scopes);
    const operationId = operation.entries.get('operationId');
    if (operationId) properties.set('OperationName', operationId);
    this.#validator(operation, links);
    const integration = openApiIntegration(operation, this.#document, this.#style);
    if (integration === undefined) return;
    if (this.#style === 'rest') properties.set('Integration', integration);
    else if (integration.state !== 'known' || integration.type !== 'map') properties.set('Target', integration);
    else this.#integration(label, integration, links);
  }

  #validator(operation: MapValue, links: Map<string, string>): void {
    const name = 'x-amazon-apigateway-request-validator';
    const validator = operation.entries.get(name) ?? this.#document.entries.get(name);
    if (this.#style !== 'rest' || validator?.state !== 'known' || validator.type !== 'scalar') return;
    links.set('RequestValidatorId', `validator ${String(validator.value)}`);
  }

  #integration(operation: string, { entries, origin }: MapValue, links: Map<string, string>): void {
    const label = `integration ${operation}`;
    links.set('Target', label);
    const kind = 'AWS::ApiGatewayV2::Integration';
    this.#add({ kind, label, properties: entries, links: new Map(), origin, presence: 'yes' });
  }

  #add(resource: OpenApiResource): void {
    this.resources.push(resource);
  }

  /** What stands where an object belongs and is none may be anything. */
  #isMap(value: Value, subject = 'paths'): value is MapValue {
    if (value.state === 'known' && value.type === 'map') return true;
    if (value.state !== 'null' && value.state !== 'absent') {
      this.resources.push(unknownOperation(asUnknown(value, subject), this.#style));
    }
    return false;
  }
}

interface Described {
  readonly label: string;
  readonly operation: MapValue;
  readonly properties: Map<string, Value>;
  readonly links: Map<string, string>;
}

function unknownOperation(unknown: Extract<Value, { state: 'unresolved' }>, style: ApiStyle): OpenApiResource {
  const properties = new Map<string, Value>();
  setUnknown(properties, unknown, style);
  const presence: Presence = 'unknown';
  return {
    kind: kindOf(style),
    label: unknown.subject,
    presence,
    properties,
    links: new Map(),
    origin: unknown.origin,
  };
}

function setUnknown(properties: Map<string, Value>, unknown: Value, style: ApiStyle): void {
  const names = ['AuthorizationType', 'ApiKeyRequired', style === 'rest' ? 'Integration' : 'Target'];
  const named = style === 'rest' ? 'HttpMethod' : 'RouteKey';
  for (const name of [named, ...names]) if (!properties.has(name)) properties.set(name, asUnknown(unknown, name));
}

function asUnknown(value: Value, subject: string): Extract<Value, { state: 'unresolved' }> {
  if (value.state === 'unresolved') return { ...value, mayBeAbsent: true };
  const unknown = unresolved('unsupported-expression', subject, value.origin ?? { from: 'computed' });
  return { ...unknown, mayBeAbsent: true };
}

function kindOf(style: ApiStyle): string {
  return style === 'rest' ? 'AWS::ApiGateway::Method' : 'AWS::ApiGatewayV2::Route';
}

function routeKey(method: string, path: string): string {
  return path === '/$default' || path === '$default' ? '$default' : `${method} ${path}`;
}

function scalar(value: string | boolean, origin: Origin): Value {
  return { state: 'known', type: 'scalar', value, origin };
}
