/**
 * Who may call an operation of an imported API: its `security`, else that of the document, through the security schemes
 * and their `x-amazon-apigateway-` extensions. A scheme without such an extension asks nobody in a REST API.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
 */
import type { ListValue, MapValue, Origin, Value } from '../../model/value.ts';
import { unresolved } from '../unresolved.ts';

/** REST APIs and HTTP APIs read the same document differently. */
export type ApiStyle = 'rest' | 'http';

export interface ApiAuthorization {
  /** Value of `AuthorizationType`; absent where nothing is written. */
  readonly type: Value;
  readonly needsApiKey: boolean;
  /** Name of the security scheme that is the authorizer. */
  readonly scheme?: string;
  readonly scopes?: Value;
}

const ABSENT: ApiAuthorization = { type: { state: 'absent' }, needsApiKey: false };

/** More alternatives than this are no API's; every operation reads them again. */
const MAX_REQUIREMENTS = 100;

/** `AuthorizationType` by the type of an authorizer. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['token', 'CUSTOM'],
  ['request', 'CUSTOM'],
  ['cognito_user_pools', 'COGNITO_USER_POOLS'],
  ['jwt', 'JWT'],
]);

/** An operation and its document in; how callers are authorized out. What is not known stays unresolved. */
export function openApiAuthorization(operation: MapValue, document: MapValue, style: ApiStyle): ApiAuthorization {
  const extension = entry(operation, 'x-amazon-apigateway-auth');
  if (extension) return { type: extensionType(extension), needsApiKey: false };
  const own = entry(operation, 'security');
  if (own) return fromSecurity(own, document, style);
  if (operation.openEnded) return { type: { ...operation.openEnded, mayBeAbsent: true }, needsApiKey: false };
  const global = entry(document, 'security');
  if (!global) return document.openEnded ? { ...ABSENT, type: { ...document.openEnded, mayBeAbsent: true } } : ABSENT;
  const authorization = fromSecurity(global, document, style);
  if (style === 'http' || isNone(authorization.type)) return authorization;
  return { type: unsure('security of the whole API', global), needsApiKey: false };
}

function isNone(type: Value): boolean {
  return type.state === 'known' && type.type === 'scalar' && type.value === 'NONE';
}

function extensionType(extension: Value): Value {
  const type = extension.state === 'known' && extension.type === 'map' ? extension.entries.get('type') : extension;
  if (type?.state === 'known' && type.type === 'scalar') return { ...type, value: String(type.value).toUpperCase() };
  return type?.state === 'unresolved' ? type : unsure('x-amazon-apigateway-auth', extension);
}

function fromSecurity(security: Value, document: MapValue, style: ApiStyle): ApiAuthorization {
  if (security.state === 'unresolved') return { type: { ...security, mayBeAbsent: true }, needsApiKey: false };
  if (security.state !== 'known' || security.type !== 'list') {
    return { type: unsure('security', security), needsApiKey: false };
  }
  if (isTooMuch(security)) {
    return { type: unresolved('budget-exceeded', 'security', security.origin), needsApiKey: false };
  }
  const bound = requirementsOf(security).map(([name, scopes]) => bind(name, scopes, document));
  const authorizer = bound.find(({ type }) => type.state !== 'absent');
  const needsApiKey = bound.some((requirement) => requirement.needsApiKey);
  const isOpen = security.openEnded !== undefined || security.items.some(({ presence }) => presence === 'unknown');
  if (isOpen) return { type: security.openEnded ?? unsure('security', security), needsApiKey };
  if (hasEmptyRequirement(security) && bound.length > 0) return { type: unsure('security', security), needsApiKey };
  if (authorizer) return { ...authorizer, needsApiKey };
  if (style === 'http' && bound.length > 0) return { type: unsure('security', security), needsApiKey };
  return { type: scalar('NONE', security.origin), needsApiKey };
}

function isTooMuch({ items }: ListValue): boolean {
  const sizeOf = (value: Value) => (value.state === 'known' && value.type === 'map' ? value.entries.size : 1);
  return items.length > MAX_REQUIREMENTS || items.some(({ value }) => sizeOf(value) > MAX_REQUIREMENTS);
}

/** `- {}` beside others makes them optional in OpenAPI; what API Gateway makes of it is not documented. */
function hasEmptyRequirement(security: ListValue): boolean {
  return security.items.some(
    ({ value }) => value.state === 'known' && value.type === 'map' && value.entries.size === 0,
  );
}

/** Names of schemes with their scopes; a requirement nobody can read is one without a name. */
function requirementsOf(security: ListValue): readonly (readonly [string | undefined, Value])[] {
  return security.items.flatMap(({ value }): (readonly [string | undefined, Value])[] => {
    if (value.state !== 'known' || value.type !== 'map') return [[undefined, value]];
    const named = [...value.entries];
    return value.openEnded ? [...named, [undefined, value.openEnded]] : named;
  });
}

function bind(name: string | undefined, scopes: Value, document: MapValue): ApiAuthorization {
  if (name === undefined) return { type: unsure('security', scopes), needsApiKey: false };
  const schemes = schemesOf(document);
  const scheme = schemes?.state === 'known' && schemes.type === 'map' ? schemes.entries.get(name) : schemes;
  if (scheme?.state !== 'known' || scheme.type !== 'map') {
    if (scheme?.state === 'unresolved') return { type: scheme, needsApiKey: false };
    const open = schemes?.state === 'known' && schemes.type === 'map' ? schemes.openEnded : document.openEnded;
    return { type: open ?? unresolved('undeclared-name', name, originOf(scopes)), needsApiKey: false };
  }
  const type = schemeType(scheme);
  if (type.state === 'absent') return { type, needsApiKey: isApiKey(scheme) };
  const authorizer = entry(scheme, 'x-amazon-apigateway-authorizer');
  return { type, needsApiKey: false, ...(authorizer && { scheme: name }), ...(hasItems(scopes) && { scopes }) };
}

function hasItems(scopes: Value): boolean {
  return scopes.state === 'known' && scopes.type === 'list' && scopes.items.length > 0;
}

function schemesOf(document: MapValue): Value | undefined {
  const components = entry(document, 'components');
  if (components?.state === 'known' && components.type === 'map') {
    return entry(components, 'securitySchemes') ?? components.openEnded;
  }
  return components ?? entry(document, 'securityDefinitions');
}

function schemeType(scheme: MapValue): Value {
  const kind = entry(scheme, 'x-amazon-apigateway-authtype');
  if (textOf(kind)?.toLowerCase() === 'awssigv4') return scalar('AWS_IAM', originOf(kind));
  const authorizer = entry(scheme, 'x-amazon-apigateway-authorizer');
  if (authorizer?.state === 'known' && authorizer.type === 'map') return authorizerType(authorizer);
  if (authorizer) return unsure('x-amazon-apigateway-authorizer', authorizer);
  if (kind) return unsure('x-amazon-apigateway-authtype', kind);
  return scheme.openEnded ? { ...scheme.openEnded, mayBeAbsent: true } : { state: 'absent' };
}

function authorizerType(authorizer: MapValue): Value {
  const written = entry(authorizer, 'type');
  const type = TYPES.get(textOf(written)?.toLowerCase() ?? '');
  return type === undefined ? unsure('authorizer type', written ?? authorizer) : scalar(type, originOf(written));
}

function isApiKey(scheme: MapValue): boolean {
  return textOf(entry(scheme, 'type')) === 'apiKey' && textOf(entry(scheme, 'name'))?.toLowerCase() === 'x-api-key';
}

function unsure(subject: string, value: Value): Value {
  return value.state === 'unresolved' ? value : unresolved('unsupported-expression', subject, originOf(value));
}

function entry(map: MapValue, name: string): Value | undefined {
  const value = map.entries.get(name);
  return value?.state === 'null' || value?.state === 'absent' ? undefined : value;
}

function textOf(value: Value | undefined): string | undefined {
  return value?.state === 'known' && value.type === 'scalar' ? String(value.value) : undefined;
}

function originOf(value: Value | undefined): Origin {
  return value?.origin ?? { from: 'computed' };
}

function scalar(text: string, origin: Origin): Value {
  return { state: 'known', type: 'scalar', value: text, origin };
}
