/** API Gateway's HTTP and WebSocket APIs. */
import { asList } from '../changes/as-list.ts';
import { mapBy } from '../changes/map-by.ts';
import { rename } from '../changes/rename.ts';
import type { ServiceTables } from '../type-table.ts';

const routeSettings = rename({
  data_trace_enabled: 'DataTraceEnabled',
  detailed_metrics_enabled: 'DetailedMetricsEnabled',
  logging_level: 'LoggingLevel',
  throttling_burst_limit: 'ThrottlingBurstLimit',
  throttling_rate_limit: 'ThrottlingRateLimit',
});

export const apiGatewayV2Tables: ServiceTables = {
  types: [
    { type: 'aws_apigatewayv2_api', kind: 'AWS::ApiGatewayV2::Api', fields: {} },
    {
      type: 'aws_apigatewayv2_route',
      kind: 'AWS::ApiGatewayV2::Route',
      nameAttribute: 'route_key',
      fields: {
        request_parameter: {
          path: 'RequestParameters',
          change: mapBy('request_parameter_key', rename({ required: 'Required' })),
        },
      },
    },
    {
      type: 'aws_apigatewayv2_stage',
      kind: 'AWS::ApiGatewayV2::Stage',
      fields: {
        name: 'StageName',
        route_settings: { path: 'RouteSettings', change: mapBy('route_key', routeSettings) },
      },
    },
    {
      type: 'aws_apigatewayv2_integration',
      kind: 'AWS::ApiGatewayV2::Integration',
      fields: { response_parameters: null, timeout_milliseconds: 'TimeoutInMillis' },
    },
    {
      type: 'aws_apigatewayv2_integration_response',
      kind: 'AWS::ApiGatewayV2::IntegrationResponse',
      nameAttribute: 'integration_response_key',
      fields: {},
    },
    {
      type: 'aws_apigatewayv2_route_response',
      kind: 'AWS::ApiGatewayV2::RouteResponse',
      nameAttribute: 'route_response_key',
      fields: {},
    },
    {
      type: 'aws_apigatewayv2_authorizer',
      kind: 'AWS::ApiGatewayV2::Authorizer',
      fields: { identity_sources: 'IdentitySource' },
    },
    {
      type: 'aws_apigatewayv2_domain_name',
      kind: 'AWS::ApiGatewayV2::DomainName',
      nameAttribute: 'domain_name',
      fields: { domain_name_configuration: { path: 'DomainNameConfigurations', change: asList } },
    },
    { type: 'aws_apigatewayv2_api_mapping', kind: 'AWS::ApiGatewayV2::ApiMapping', fields: {} },
    { type: 'aws_apigatewayv2_vpc_link', kind: 'AWS::ApiGatewayV2::VpcLink', fields: {} },
    { type: 'aws_apigatewayv2_deployment', kind: 'AWS::ApiGatewayV2::Deployment', fields: {} },
    { type: 'aws_apigatewayv2_model', kind: 'AWS::ApiGatewayV2::Model', fields: {} },
  ],
};
