/** API Gateway's REST APIs. Integrations and method settings are resources of their own in Terraform only. */
import { markSensitive } from '../../values/mark-sensitive.ts';
import type { MapValue, Value } from '../../../../model/value.ts';
import { mapBy } from '../changes/map-by.ts';
import type { ServiceTables } from '../type-table.ts';

/** `orders/GET` is path and method; `*` followed by `/*` is every method of every path. */
function pathOf(block: MapValue): Value {
  return partOf(block, (text, slash) => {
    const path = text.slice(0, slash);
    return path === '*' ? '/*' : `/${path}`;
  });
}

function methodOf(block: MapValue): Value {
  return partOf(block, (text, slash) => text.slice(slash + 1));
}

function partOf(block: MapValue, part: (text: string, slash: number) => string): Value {
  const path = block.entries.get('method_path');
  if (path?.state !== 'known' || path.type !== 'scalar') return path ?? { state: 'absent' };
  const text = String(path.value);
  return { ...path, value: part(text, text.lastIndexOf('/')) };
}

/** What names a method in the resources that belong to it. */
const METHOD = [
  ['http_method', 'http_method'],
  ['resource_id', 'resource_id'],
  ['rest_api_id', 'rest_api_id'],
] as const;

export const apiGatewayTables: ServiceTables = {
  types: [
    {
      type: 'aws_api_gateway_rest_api',
      kind: 'AWS::ApiGateway::RestApi',
      fields: { api_key_source: 'ApiKeySourceType', put_rest_api_mode: 'Mode' },
    },
    { type: 'aws_api_gateway_resource', kind: 'AWS::ApiGateway::Resource', fields: {} },
    {
      type: 'aws_api_gateway_method',
      kind: 'AWS::ApiGateway::Method',
      fields: { authorization: 'AuthorizationType' },
    },
    {
      type: 'aws_api_gateway_stage',
      kind: 'AWS::ApiGateway::Stage',
      nameAttribute: 'stage_name',
      fields: {
        xray_tracing_enabled: 'TracingEnabled',
        access_log_settings: 'AccessLogSetting',
        canary_settings: 'CanarySetting',
      },
    },
    {
      type: 'aws_api_gateway_deployment',
      kind: 'AWS::ApiGateway::Deployment',
      fields: { canary_settings: null, stage_description: null, variables: null },
    },
    { type: 'aws_api_gateway_authorizer', kind: 'AWS::ApiGateway::Authorizer', fields: {} },
    {
      type: 'aws_api_gateway_usage_plan',
      kind: 'AWS::ApiGateway::UsagePlan',
      fields: {
        name: 'UsagePlanName',
        throttle_settings: 'Throttle',
        quota_settings: 'Quota',
        api_stages: {
          path: 'ApiStages',
          fields: { throttle: { path: 'Throttle', change: mapBy('path', (block) => block) } },
        },
      },
    },
    {
      type: 'aws_api_gateway_api_key',
      kind: 'AWS::ApiGateway::ApiKey',
      fields: { value: { path: 'Value', change: markSensitive } },
    },
    { type: 'aws_api_gateway_usage_plan_key', kind: 'AWS::ApiGateway::UsagePlanKey', fields: {} },
    { type: 'aws_api_gateway_request_validator', kind: 'AWS::ApiGateway::RequestValidator', fields: {} },
    { type: 'aws_api_gateway_model', kind: 'AWS::ApiGateway::Model', fields: {} },
    {
      type: 'aws_api_gateway_gateway_response',
      kind: 'AWS::ApiGateway::GatewayResponse',
      nameAttribute: 'response_type',
      fields: {},
    },
  ],
  companions: [
    {
      type: 'aws_api_gateway_integration',
      target: ['aws_api_gateway_method'],
      match: METHOD,
      into: 'Integration',
      fields: { timeout_milliseconds: 'TimeoutInMillis', tls_config: null },
    },
    {
      type: 'aws_api_gateway_method_response',
      target: ['aws_api_gateway_method'],
      match: METHOD,
      into: 'MethodResponses',
      fields: {},
    },
    {
      type: 'aws_api_gateway_integration_response',
      target: ['aws_api_gateway_method'],
      match: METHOD,
      into: 'Integration.IntegrationResponses',
      fields: {},
    },
    {
      type: 'aws_api_gateway_rest_api_put',
      target: ['aws_api_gateway_rest_api'],
      match: [['rest_api_id', 'id']],
      fields: { body: 'Body', fail_on_warnings: 'FailOnWarnings' },
    },
    {
      type: 'aws_api_gateway_method_settings',
      target: ['aws_api_gateway_stage'],
      match: [
        ['stage_name', 'stage_name'],
        ['rest_api_id', 'rest_api_id'],
      ],
      into: 'MethodSettings',
      fields: { settings: { path: '' }, method_path: null },
      derived: { ResourcePath: pathOf, HttpMethod: methodOf },
    },
    {
      type: 'aws_api_gateway_rest_api_policy',
      target: ['aws_api_gateway_rest_api'],
      match: [['rest_api_id', 'id']],
      fields: { policy: 'Policy' },
    },
  ],
};
