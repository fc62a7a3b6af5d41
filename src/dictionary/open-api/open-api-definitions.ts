/** Authorizers and request validators that an API's description defines. May not decide which operation uses them. */
import type { MapValue, Value } from '../../model/value.ts';
import type { ApiStyle } from './open-api-authorization.ts';
import type { OpenApiResource } from './open-api-resource.ts';
import { renameEntries } from './rename-entries.ts';

const REST_AUTHORIZER = {
  type: 'Type',
  authorizerUri: 'AuthorizerUri',
  authorizerCredentials: 'AuthorizerCredentials',
  authorizerResultTtlInSeconds: 'AuthorizerResultTtlInSeconds',
  identitySource: 'IdentitySource',
  identityValidationExpression: 'IdentityValidationExpression',
  providerARNs: 'ProviderARNs',
} as const;

const HTTP_AUTHORIZER = {
  type: 'AuthorizerType',
  authorizerUri: 'AuthorizerUri',
  authorizerCredentials: 'AuthorizerCredentialsArn',
  authorizerResultTtlInSeconds: 'AuthorizerResultTtlInSeconds',
  authorizerPayloadFormatVersion: 'AuthorizerPayloadFormatVersion',
  enableSimpleResponses: 'EnableSimpleResponses',
  identitySource: 'IdentitySource',
  jwtConfiguration: 'JwtConfiguration',
} as const;

const VALIDATOR = {
  validateRequestBody: 'ValidateRequestBody',
  validateRequestParameters: 'ValidateRequestParameters',
} as const;

/** Structure of a description in; its authorizers, then its validators out. What is not an object defines none. */
export function openApiDefinitions(document: MapValue, style: ApiStyle): readonly OpenApiResource[] {
  const schemes = mapAt(mapAt(document, 'components'), 'securitySchemes') ?? mapAt(document, 'securityDefinitions');
  const authorizers = [...(schemes?.entries ?? [])].flatMap(([name, scheme]) => {
    const authorizer = asMap(scheme) && mapAt(asMap(scheme), 'x-amazon-apigateway-authorizer');
    return authorizer ? [authorizerOf(name, authorizer, style)] : [];
  });
  const validators = style === 'rest' ? mapAt(document, 'x-amazon-apigateway-request-validators') : undefined;
  return [
    ...authorizers,
    ...[...(validators?.entries ?? [])].flatMap(([name, validator]) => {
      const fields = asMap(validator);
      return fields ? [validatorOf(name, fields)] : [];
    }),
  ];
}

function authorizerOf(name: string, authorizer: MapValue, style: ApiStyle): OpenApiResource {
  const properties = renameEntries(authorizer, style === 'rest' ? REST_AUTHORIZER : HTTP_AUTHORIZER);
  const typeName = style === 'rest' ? 'Type' : 'AuthorizerType';
  const type = properties.get(typeName);
  if (type?.state === 'known' && type.type === 'scalar') {
    properties.set(typeName, { ...type, value: String(type.value).toUpperCase() });
  }
  const jwt = properties.get('JwtConfiguration');
  if (jwt?.state === 'known' && jwt.type === 'map') {
    const entries = renameEntries(jwt, { issuer: 'Issuer', audience: 'Audience' });
    properties.set('JwtConfiguration', { state: 'known', type: 'map', entries, origin: jwt.origin });
  }
  const kind = style === 'rest' ? 'AWS::ApiGateway::Authorizer' : 'AWS::ApiGatewayV2::Authorizer';
  return definition(kind, `authorizer ${name}`, { name, properties, from: authorizer });
}

function validatorOf(name: string, fields: MapValue): OpenApiResource {
  const properties = renameEntries(fields, VALIDATOR);
  return definition('AWS::ApiGateway::RequestValidator', `validator ${name}`, { name, properties, from: fields });
}

interface Definition {
  readonly name: string;
  readonly properties: Map<string, Value>;
  readonly from: MapValue;
}

function definition(kind: string, label: string, { name, properties, from }: Definition): OpenApiResource {
  const { origin } = from;
  properties.set('Name', { state: 'known', type: 'scalar', value: name, origin });
  return { kind, label, presence: 'yes', properties, links: new Map(), origin };
}

function asMap(value: Value | undefined): MapValue | undefined {
  return value?.state === 'known' && value.type === 'map' ? value : undefined;
}

function mapAt(map: MapValue | undefined, name: string): MapValue | undefined {
  return asMap(map?.entries.get(name));
}
