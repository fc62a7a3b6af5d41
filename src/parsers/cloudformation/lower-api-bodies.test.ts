/** OpenAPI bodies of APIs in templates: what they make, where it stands, and bodies nobody can know. */
import { describe, expect, it } from 'vitest';
import { plain } from '../../dictionary/testing-values.ts';
import { evaluateText } from './evaluate-text.ts';

function methods(text: string) {
  const { resources, problems } = evaluateText(text);
  const shown = resources
    .filter(({ address }) => address.includes('.'))
    .map(({ address, presence, properties, location }) => {
      const type = properties.get('AuthorizationType');
      return [address, presence, type && plain(type), location.range.startLine];
    });
  return { shown, problems: problems.map(({ code }) => code) };
}

describe('bodies of APIs', () => {
  it('make routes, integrations and authorizers at the lines they stand at', () => {
    const { shown, problems } = methods(`Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Body:
        openapi: 3.0.1
        security: [{ jwt: [] }]
        paths:
          /orders:
            get:
              x-amazon-apigateway-integration: { type: http_proxy, uri: "https://x" }
            post:
              security: []
        components:
          securitySchemes:
            jwt:
              x-amazon-apigateway-authorizer: { type: jwt }
`);
    expect(problems).toEqual([]);
    expect(shown).toEqual([
      ['Api.Body["integration GET /orders"]', 'yes', undefined, 11],
      ['Api.Body["GET /orders"]', 'yes', 'JWT', 11],
      ['Api.Body["POST /orders"]', 'yes', 'NONE', 13],
      ['Api.Body["authorizer jwt"]', 'yes', undefined, 17],
    ]);
  });

  it('may make anything where they are not known, and nothing where they are not there', () => {
    const api = (body: string) => `Parameters: { P: { Type: String } }
Resources: { Api: { Type: "AWS::ApiGateway::RestApi", Properties: { Body: ${body} } } }
`;
    expect(methods(api('{ paths: { /a: { get: !Ref P } } }')).shown).toEqual([
      ['Api.Body["GET /a"]', 'unknown', '?variable-without-value|absent', 2],
    ]);
    expect(methods(api('!Ref P')).shown.map(([, presence]) => presence)).toEqual(['unknown']);
    expect(methods(api('!Ref AWS::NoValue')).shown).toEqual([]);
  });

  it('share a limit, also where aliases share one body, and keep addresses unique', () => {
    const paths = Array.from({ length: 1500 }, (_, at) => `/p${at}: { get: {} }`).join(', ');
    const one = (name: string, body: string) =>
      `  ${name}: { Type: "AWS::ApiGateway::RestApi", Properties: { Body: ${body} } }\n`;
    const rest = Array.from({ length: 7 }, (_, at) => one(`B${at}`, '*b')).join('');
    const { shown, problems } = methods(
      `Resources:\n${one('A', `&b { paths: { ${paths}, /x: { get: {}, GET: {} } } }`)}${rest}`,
    );
    expect(shown.length).toBeLessThan(10_010);
    expect(new Set(shown.map(([address]) => address)).size).toBe(shown.length);
    expect(new Set(problems)).toEqual(new Set(['budget-exceeded']));
  });
});
