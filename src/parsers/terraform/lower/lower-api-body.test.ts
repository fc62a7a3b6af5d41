/** OpenAPI bodies of APIs as rules see them: methods, routes and what belongs to them, and bodies nobody can trust. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { list, map, type Plain, reference, scalar, unknown } from '../../../dictionary/testing-values.ts';
import type { Value } from '../../../model/value.ts';
import { lower, terraform, written } from './testing-resources.ts';

const REST = 'aws_api_gateway_rest_api.a';
const HTTP = 'aws_apigatewayv2_api.a';

function read(address: string, body: Plain) {
  const { resources, problems } = lower(terraform(address, { body }));
  const own = resources.slice(1).map((resource) => ({
    kind: resource.kind.replace('AWS::ApiGateway', ''),
    label: resource.address.slice(address.length),
    presence: resource.presence,
    properties: written(resource) as Record<string, unknown>,
    line: resource.location.range.startLine,
  }));
  return { own, problems: problems.map(({ code, message }) => [code, message]) };
}

/** `AuthorizationType` of the one operation of a REST API. */
function authorization(operation: { [name: string]: Plain }, document: { [name: string]: Plain } = {}): unknown {
  const { own } = read(REST, { paths: { '/x': { get: operation } }, ...document });
  return own.find(({ kind }) => kind === '::Method')?.properties['AuthorizationType'];
}

const SCHEMES = {
  sigv4: { type: 'apiKey', name: 'Authorization', in: 'header', 'x-amazon-apigateway-authtype': 'awsSigv4' },
  pool: {
    type: 'apiKey',
    name: 'Authorization',
    in: 'header',
    'x-amazon-apigateway-authtype': 'cognito_user_pools',
    'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs: ['arn:pool'] },
  },
  lambda: {
    type: 'apiKey',
    name: 'Authorization',
    in: 'header',
    'x-amazon-apigateway-authtype': 'custom',
    'x-amazon-apigateway-authorizer': { type: 'token', authorizerUri: 'arn:f', authorizerResultTtlInSeconds: 60 },
  },
  key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
  bearer: { type: 'http', scheme: 'bearer' },
};
const DOCUMENT = { components: { securitySchemes: SCHEMES } };

describe('authorization of an imported method', () => {
  it.each([
    ['nothing written', {}, {}, undefined],
    ['IAM', { security: [{ sigv4: [] }] }, DOCUMENT, 'AWS_IAM'],
    ['a user pool', { security: [{ pool: ['read'] }] }, DOCUMENT, 'COGNITO_USER_POOLS'],
    ['a function', { security: [{ lambda: [] }] }, DOCUMENT, 'CUSTOM'],
    ['Swagger 2', { security: [{ lambda: [] }] }, { securityDefinitions: SCHEMES }, 'CUSTOM'],
    ['the extension of the operation', { 'x-amazon-apigateway-auth': { type: 'aws_iam' } }, {}, 'AWS_IAM'],
    ['an API key alone', { security: [{ key: [] }] }, DOCUMENT, 'NONE'],
    ['a key and a function', { security: [{ key: [], lambda: [] }] }, DOCUMENT, 'CUSTOM'],
    ['a scheme API Gateway ignores', { security: [{ bearer: [] }] }, DOCUMENT, 'NONE'],
    ['nobody, over the whole API', { security: [] }, { ...DOCUMENT, security: [{ lambda: [] }] }, 'NONE'],
    ['the whole API', {}, { ...DOCUMENT, security: [{ lambda: [] }] }, '?unsupported-expression'],
    ['a scheme that is not there', { security: [{ other: [] }] }, DOCUMENT, '?undeclared-name'],
    ['optional in OpenAPI', { security: [{}, { lambda: [] }] }, DOCUMENT, '?unsupported-expression'],
    ['a variable', { security: unknown('var.security') }, DOCUMENT, '?variable-without-value|absent'],
    [
      'schemes of a variable',
      { security: [{ a: [] }] },
      { components: { securitySchemes: unknown('var.schemes') } },
      '?variable-without-value',
    ],
  ] as const)('by %s', (_, operation, document, expected) => {
    expect(authorization(operation, document)).toBe(expected);
  });

  it('of an HTTP API is that of the whole API where it has none, and not known by a scheme without authorizer', () => {
    const jwt = {
      type: 'oauth2',
      'x-amazon-apigateway-authorizer': {
        type: 'jwt',
        identitySource: '$request.header.Authorization',
        jwtConfiguration: { issuer: 'https://issuer', audience: ['a'] },
      },
    };
    const { own } = read(HTTP, {
      components: { securitySchemes: { jwt, bearer: SCHEMES.bearer } },
      security: [{ jwt: ['read'] }],
      paths: { '/a': { get: {}, post: { security: [] }, put: { security: [{ bearer: [] }] } } },
    });
    expect(own.map(({ label, properties }) => [label, properties['AuthorizationType']])).toEqual([
      ['.body["GET /a"]', 'JWT'],
      ['.body["POST /a"]', 'NONE'],
      ['.body["PUT /a"]', '?unsupported-expression'],
      ['.body["authorizer jwt"]', undefined],
    ]);
    expect(own[0]?.properties).toMatchObject({
      AuthorizerId: `<${HTTP}.body["authorizer jwt"].id>`,
      AuthorizationScopes: ['read'],
    });
    expect(own[3]?.properties).toEqual({
      ApiId: `<${HTTP}.id>`,
      Name: 'jwt',
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: 'https://issuer', Audience: ['a'] },
    });
  });
});

describe('an imported API', () => {
  it('has what stands behind its methods, its authorizers and its validators', () => {
    const { own, problems } = read(REST, {
      ...DOCUMENT,
      'x-amazon-apigateway-request-validators': { all: { validateRequestBody: true } },
      'x-amazon-apigateway-request-validator': 'all',
      paths: {
        '/orders': {
          parameters: [],
          'x-amazon-apigateway-any-method': {
            operationId: 'orders',
            security: [{ lambda: [] }],
            'x-amazon-apigateway-integration': {
              type: 'aws_proxy',
              httpMethod: 'POST',
              uri: reference('aws_lambda_function.f', 'invoke_arn'),
            },
          },
        },
      },
    });
    expect(problems).toEqual([]);
    expect(own.map(({ kind, label }) => [kind, label])).toEqual([
      ['::Method', '.body["ANY /orders"]'],
      ['::Authorizer', '.body["authorizer pool"]'],
      ['::Authorizer', '.body["authorizer lambda"]'],
      ['::RequestValidator', '.body["validator all"]'],
    ]);
    expect(own[0]?.properties).toEqual({
      RestApiId: `<${REST}.id>`,
      HttpMethod: 'ANY',
      OperationName: 'orders',
      AuthorizationType: 'CUSTOM',
      AuthorizerId: `<${REST}.body["authorizer lambda"].id>`,
      RequestValidatorId: `<${REST}.body["validator all"].id>`,
      Integration: { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST', Uri: '<aws_lambda_function.f.invoke_arn>' },
    });
    expect(own[3]?.properties).toEqual({ RestApiId: `<${REST}.id>`, Name: 'all', ValidateRequestBody: true });
  });

  it('has integrations of its routes, also those it refers to', () => {
    const integration = { type: 'http_proxy', uri: 'https://x', payloadFormatVersion: '1.0' };
    const { own } = read(HTTP, {
      components: { 'x-amazon-apigateway-integrations': { i: integration } },
      paths: {
        '/$default': {
          'x-amazon-apigateway-any-method': {
            'x-amazon-apigateway-integration': { $ref: '#/components/x-amazon-apigateway-integrations/i' },
          },
        },
      },
    });
    expect(own.map(({ kind, properties }) => [kind, properties])).toEqual([
      [
        'V2::Integration',
        {
          ApiId: `<${HTTP}.id>`,
          IntegrationType: 'HTTP_PROXY',
          IntegrationUri: 'https://x',
          PayloadFormatVersion: '1.0',
        },
      ],
      [
        'V2::Route',
        { ApiId: `<${HTTP}.id>`, RouteKey: '$default', Target: `<${HTTP}.body["integration ANY /$default"].id>` },
      ],
    ]);
  });

  it.each([
    ['JSON', '{\n  "paths": {\n    "/a": {\n      "get": {\n      }\n    }\n  }\n}\n', 4],
    ['YAML', 'openapi: 3.0.1\npaths:\n  /a:\n    get:\n      operationId: list\n', 5],
  ])('is read from %s text, with the lines of its operations', (_, text, line) => {
    const lines = text.split('\n').length - 1;
    const location = {
      path: 'main.tf',
      range: { startLine: 1, startColumn: 1, endLine: lines + 2, endColumn: 4 },
    };
    const { own } = read(REST, { ...scalar(text), origin: { from: 'source', location } });
    expect(own.map(({ label, line: at }) => [label, at])).toEqual([['.body["GET /a"]', line + 1]]);
  });

  it('is read where a companion or the other provider writes it', () => {
    const body = '{"paths":{"/a":{"get":{}}}}';
    const put = terraform('aws_api_gateway_rest_api_put.p', { rest_api_id: reference(REST, 'id'), body });
    expect(lower(terraform(REST, {}), put).resources.map(({ address }) => address)).toEqual([
      REST,
      `${REST}.body["GET /a"]`,
    ]);
    const [, route] = lower(terraform('awscc_apigatewayv2_api.a', { body })).resources;
    expect([route?.kind, written(route)]).toMatchObject(['AWS::ApiGatewayV2::Route', { RouteKey: 'GET /a' }]);
  });
});

describe('a body that is not known', () => {
  const maybe = (body: Plain) => read(REST, body).own.map(({ presence, properties }) => [presence, properties]);
  const anything = (reason: string) => ({
    RestApiId: `<${REST}.id>`,
    HttpMethod: reason,
    AuthorizationType: reason,
    ApiKeyRequired: reason,
    Integration: reason,
  });

  it.each([
    ['body', unknown('var.body') as Plain],
    ['list of paths', { paths: unknown('var.paths') }],
    ['path', { paths: { '/a': unknown('var.path') } }],
  ])('gives one method that may be anything: %s', (_, body) => {
    expect(maybe(body)).toEqual([['unknown', anything('?variable-without-value|absent')]]);
  });

  it('keeps the name of an operation that is not known', () => {
    expect(maybe({ paths: { '/a': { get: unknown('var.get') } } })).toEqual([
      ['unknown', { ...anything('?variable-without-value|absent'), HttpMethod: 'GET' }],
    ]);
  });

  it('leaves open what an open object may hold', () => {
    const paths = { ...map({ '/a': { get: {} } }), openEnded: unknown('var.more') };
    expect(read(REST, { paths: paths as Value }).own.map(({ presence }) => presence)).toEqual(['yes', 'unknown']);
    const operation = { ...map({ operationId: 'a' }), openEnded: unknown('var.more') };
    const [method] = read(REST, { paths: { '/a': { get: operation as Value } } }).own;
    expect(method?.properties['AuthorizationType']).toBe('?variable-without-value|absent');
  });

  it('of a resource that may not be there makes methods that may not be there', () => {
    const body = '{"paths":{"/a":{"get":{}}}}';
    const { resources } = lower(terraform(REST, { body }, { presence: 'unknown' }));
    expect(resources.map(({ presence }) => presence)).toEqual(['unknown', 'unknown']);
  });
});

describe('hostile bodies', () => {
  it.each([
    ['text that is neither JSON nor YAML', '{"paths": {', 'impossible-value'],
    ['a scalar', 'hello', 'impossible-value'],
    ['several YAML documents', 'a: 1\n---\nb: 2\n', 'impossible-value'],
    ['deep JSON', `{"paths":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`, 'impossible-value'],
    ['deep YAML', `paths: ${'['.repeat(5000)}`, 'impossible-value'],
    ['aliases of aliases', `a: &a [1,1]\n${'b: &a [*a,*a,*a,*a,*a,*a,*a,*a]\n'.repeat(12)}`, 'impossible-value'],
    ['a key written twice in JSON', '{"paths":{"/a":{"get":{},"get":{"security":[]}}}}', 'duplicate-key'],
    ['a key written twice in YAML', 'paths:\n  /a: {get: {}, get: {}}\n', 'duplicate-key'],
  ])('are reported and leave the methods open: %s', (_, body, code) => {
    const { own, problems } = read(REST, body);
    expect(problems.map(([found]) => found)).toEqual([code]);
    expect(own.map(({ kind, presence }) => [kind, presence])).toEqual([['::Method', 'unknown']]);
  });

  it('of very many operations are read up to a limit', () => {
    const paths = Object.fromEntries(Array.from({ length: 2500 }, (_, at) => [`/p${at}`, { get: {} }]));
    const { own, problems } = read(REST, JSON.stringify({ paths }));
    expect(problems).toEqual([
      ['budget-exceeded', 'The description of an API has more operations than are read (2000)'],
    ]);
    expect([own.length, own.at(-1)?.presence]).toEqual([2001, 'unknown']);
  });

  it('of very many instances are read up to a limit for all of them', () => {
    const paths = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`/p${at}`, { get: {} }]));
    const body = JSON.stringify({ paths });
    const apis = Array.from({ length: 30 }, (_, at) => terraform(`aws_api_gateway_rest_api.a${at}`, { body }));
    const { resources, problems } = lower(...apis);
    expect(resources.length).toBe(30 + 25 * 400 + 5);
    expect(problems.map(({ code }) => code)).toEqual(Array(5).fill('budget-exceeded'));
  });

  it('that are long, many times over, are unresolved beyond a limit', () => {
    const body = `{"paths":{"/a":{"get":{"description":"${'x'.repeat(9_000_000)}"}}}}`;
    const { resources, problems } = lower(
      ...['a', 'b', 'c'].map((name) => terraform(`${REST.slice(0, -1)}${name}`, { body })),
    );
    expect(resources.map(({ presence }) => presence)).toEqual(['yes', 'yes', 'yes', 'yes', 'yes', 'unknown']);
    expect(problems.map(({ code }) => code)).toEqual(['budget-exceeded']);
  });

  it('with very many requirements leave the methods open', () => {
    const security = Array.from({ length: 200 }, () => ({ lambda: [] }));
    expect(authorization({ security }, DOCUMENT)).toBe('?budget-exceeded');
  });

  it('of very many authorizers are read up to a limit', () => {
    const securityDefinitions = Object.fromEntries(
      Array.from({ length: 2500 }, (_, at) => [`a${at}`, { 'x-amazon-apigateway-authorizer': { type: 'token' } }]),
    );
    const { own, problems } = read(REST, JSON.stringify({ securityDefinitions }));
    expect([own.length, problems.map(([code]) => code)]).toEqual([2000, ['budget-exceeded']]);
  });

  it('do not reach inherited names', () => {
    const body = '{"paths":{"/a":{"get":{"security":[{"__proto__":[]}]},"constructor":{}}}}';
    expect(read(REST, body).own.map(({ label, properties }) => [label, properties['AuthorizationType']])).toEqual([
      ['.body["GET /a"]', '?undeclared-name'],
    ]);
  });

  it('are none when empty, null or without paths', () => {
    for (const body of ['', '{}', { paths: null }, { paths: { '/a': null, 'x-note': {} } }, null]) {
      expect(read(REST, body)).toEqual({ own: [], problems: [] });
    }
  });

  it('never throw, and never make two resources of one address', () => {
    const names = ['paths', '/a', 'get', 'GET', 'security', 'components', 'securitySchemes', 'a', '$ref', 'type'];
    const { value } = fc.letrec<{ value: Plain }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 7 },
        fc.constantFrom<Plain>('a', '#/paths', 1, null, unknown('u'), reference('a.b', 'id'), list([])),
        fc.array(tie('value'), { maxLength: 2 }),
        fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(value, value, (paths, components) => {
        for (const address of [REST, HTTP]) {
          const body: Plain = { paths: { '/a': paths, '/b': { get: paths } }, components, security: paths };
          const { resources } = lower(terraform(address, { body }));
          expect(new Set(resources.map((resource) => resource.address)).size).toBe(resources.length);
        }
      }),
      { numRuns: 200, seed: 11 },
    );
  });
});
