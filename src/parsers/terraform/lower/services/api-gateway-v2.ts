/** API Gateway's HTTP and WebSocket APIs. */
import type { ServiceTables } from '../type-table.ts';

export const apiGatewayV2Tables: ServiceTables = {
  types: [
    { type: 'aws_apigatewayv2_api', kind: 'AWS::ApiGatewayV2::Api', fields: {} },
    {
      type: 'aws_apigatewayv2_route',
      kind: 'AWS::ApiGatewayV2::Route',
      nameAttribute: 'route_key',
      fields: { request_parameter: null, request_models: null },
    },
    {
      type: 'aws_apigatewayv2_stage',
      kind: 'AWS::ApiGatewayV2::Stage',
      fields: { name: 'StageName', route_settings: null },
    },
    {
      type: 'aws_apigatewayv2_integration',
      kind: 'AWS::ApiGatewayV2::Integration',
      fields: { response_parameters: null, timeout_milliseconds: 'TimeoutInMillis' },
    },
    {
      type: 'aws_apigatewayv2_authorizer',
      kind: 'AWS::ApiGatewayV2::Authorizer',
      fields: { identity_sources: 'IdentitySource' },
    },
  ],
};
