/** API Gateway, EventBridge, CloudWatch and Step Functions. Data of the contract test. */
import { reference } from '../../../../dictionary/testing-values.ts';
import { DOCUMENT, example, type LoweringExample, POLICY } from './lowering-example.ts';

const API = reference('aws_api_gateway_rest_api.a', 'id');
const HTTP_API = reference('aws_apigatewayv2_api.a', 'id');

export const apiExamples: readonly LoweringExample[] = [
  example(
    'aws_api_gateway_rest_api',
    'ApiGateway::RestApi',
    { name: 'a', policy: POLICY, endpoint_configuration: [{ types: ['PRIVATE'] }], disable_execute_api_endpoint: true },
    { Name: 'a', Policy: DOCUMENT, EndpointConfiguration: { Types: ['PRIVATE'] }, DisableExecuteApiEndpoint: true },
  ),
  example('aws_api_gateway_rest_api_policy', 'ApiGateway::RestApi', { policy: POLICY }, { Policy: DOCUMENT }),
  example(
    'aws_api_gateway_resource',
    'ApiGateway::Resource',
    { rest_api_id: API, parent_id: 'p', path_part: 'orders' },
    { RestApiId: '<aws_api_gateway_rest_api.a.id>', ParentId: 'p', PathPart: 'orders' },
  ),
  example(
    'aws_api_gateway_method',
    'ApiGateway::Method',
    {
      rest_api_id: API,
      resource_id: 'r',
      http_method: 'POST',
      authorization: 'NONE',
      api_key_required: false,
      request_parameters: { 'method.request.path.proxy': 'true' },
    },
    {
      RestApiId: '<aws_api_gateway_rest_api.a.id>',
      ResourceId: 'r',
      HttpMethod: 'POST',
      AuthorizationType: 'NONE',
      ApiKeyRequired: false,
      RequestParameters: { 'method.request.path.proxy': true },
    },
  ),
  {
    ...example(
      'aws_api_gateway_integration',
      'ApiGateway::Method',
      {
        rest_api_id: API,
        resource_id: 'r',
        http_method: 'POST',
        type: 'AWS_PROXY',
        integration_http_method: 'POST',
        uri: reference('aws_lambda_function.f', 'invoke_arn'),
      },
      {
        RestApiId: '<aws_api_gateway_rest_api.a.id>',
        ResourceId: 'r',
        HttpMethod: 'POST',
        Integration: {
          Type: 'AWS_PROXY',
          IntegrationHttpMethod: 'POST',
          Uri: '<aws_lambda_function.f.invoke_arn>',
        },
      },
    ),
    target: { rest_api_id: API, resource_id: 'r', http_method: 'POST' },
  },
  example(
    'aws_api_gateway_stage',
    'ApiGateway::Stage',
    {
      rest_api_id: API,
      stage_name: 'prod',
      xray_tracing_enabled: 'true',
      access_log_settings: [{ destination_arn: 'd', format: 'f' }],
    },
    {
      RestApiId: '<aws_api_gateway_rest_api.a.id>',
      StageName: 'prod',
      TracingEnabled: true,
      AccessLogSetting: { DestinationArn: 'd', Format: 'f' },
    },
  ),
  {
    ...example(
      'aws_api_gateway_method_settings',
      'ApiGateway::Stage',
      {
        rest_api_id: API,
        stage_name: 'prod',
        method_path: '*/*',
        settings: [{ logging_level: 'INFO', data_trace_enabled: true, throttling_rate_limit: 10 }],
      },
      {
        RestApiId: '<aws_api_gateway_rest_api.a.id>',
        StageName: 'prod',
        MethodSettings: [
          {
            ResourcePath: '/*',
            HttpMethod: '*',
            LoggingLevel: 'INFO',
            DataTraceEnabled: true,
            ThrottlingRateLimit: 10,
          },
        ],
      },
    ),
    target: { rest_api_id: API, stage_name: 'prod' },
  },
  example(
    'aws_api_gateway_deployment',
    'ApiGateway::Deployment',
    { rest_api_id: API, stage_name: 'prod', triggers: { a: 'b' } },
    { RestApiId: '<aws_api_gateway_rest_api.a.id>', StageName: 'prod' },
  ),
  example(
    'aws_api_gateway_authorizer',
    'ApiGateway::Authorizer',
    { rest_api_id: API, name: 'a', type: 'COGNITO_USER_POOLS', provider_arns: ['p'] },
    {
      RestApiId: '<aws_api_gateway_rest_api.a.id>',
      Name: 'a',
      Type: 'COGNITO_USER_POOLS',
      ProviderARNs: ['p'],
    },
  ),
  example(
    'aws_api_gateway_usage_plan',
    'ApiGateway::UsagePlan',
    {
      name: 'u',
      api_stages: [{ api_id: API, stage: 'prod' }],
      throttle_settings: [{ burst_limit: 5, rate_limit: '10' }],
      quota_settings: [{ limit: 100, period: 'DAY' }],
    },
    {
      UsagePlanName: 'u',
      ApiStages: [{ ApiId: '<aws_api_gateway_rest_api.a.id>', Stage: 'prod' }],
      Throttle: { BurstLimit: 5, RateLimit: 10 },
      Quota: { Limit: 100, Period: 'DAY' },
    },
  ),
  example('aws_api_gateway_api_key', 'ApiGateway::ApiKey', { name: 'k', enabled: true }, { Name: 'k', Enabled: true }),
  example(
    'aws_api_gateway_request_validator',
    'ApiGateway::RequestValidator',
    { rest_api_id: API, name: 'v', validate_request_body: true },
    { RestApiId: '<aws_api_gateway_rest_api.a.id>', Name: 'v', ValidateRequestBody: true },
  ),
  example(
    'aws_apigatewayv2_api',
    'ApiGatewayV2::Api',
    { name: 'a', protocol_type: 'HTTP', cors_configuration: [{ allow_origins: ['*'], allow_credentials: true }] },
    { Name: 'a', ProtocolType: 'HTTP', CorsConfiguration: { AllowOrigins: ['*'], AllowCredentials: true } },
  ),
  example(
    'aws_apigatewayv2_route',
    'ApiGatewayV2::Route',
    { api_id: HTTP_API, route_key: 'GET /x', authorization_type: 'JWT', authorizer_id: 'z', target: 't' },
    {
      ApiId: '<aws_apigatewayv2_api.a.id>',
      RouteKey: 'GET /x',
      AuthorizationType: 'JWT',
      AuthorizerId: 'z',
      Target: 't',
    },
  ),
  example(
    'aws_apigatewayv2_stage',
    'ApiGatewayV2::Stage',
    {
      api_id: HTTP_API,
      name: '$default',
      auto_deploy: true,
      access_log_settings: [{ destination_arn: 'd', format: 'f' }],
      default_route_settings: [{ throttling_burst_limit: 10 }],
    },
    {
      ApiId: '<aws_apigatewayv2_api.a.id>',
      StageName: '$default',
      AutoDeploy: true,
      AccessLogSettings: { DestinationArn: 'd', Format: 'f' },
      DefaultRouteSettings: { ThrottlingBurstLimit: 10 },
    },
  ),
  example(
    'aws_apigatewayv2_integration',
    'ApiGatewayV2::Integration',
    {
      api_id: HTTP_API,
      integration_type: 'AWS_PROXY',
      integration_uri: 'u',
      tls_config: [{ server_name_to_verify: 's' }],
    },
    {
      ApiId: '<aws_apigatewayv2_api.a.id>',
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: 'u',
      TlsConfig: { ServerNameToVerify: 's' },
    },
  ),
  example(
    'aws_apigatewayv2_authorizer',
    'ApiGatewayV2::Authorizer',
    {
      api_id: HTTP_API,
      name: 'a',
      authorizer_type: 'JWT',
      identity_sources: ['$request.header.Authorization'],
      jwt_configuration: [{ audience: ['x'], issuer: 'i' }],
    },
    {
      ApiId: '<aws_apigatewayv2_api.a.id>',
      Name: 'a',
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Audience: ['x'], Issuer: 'i' },
    },
  ),
  example(
    'aws_cloudwatch_event_rule',
    'Events::Rule',
    { name: 'r', event_pattern: '{"source":["aws.s3"]}', is_enabled: false },
    { Name: 'r', EventPattern: { source: ['aws.s3'] }, State: 'DISABLED' },
  ),
  example(
    'aws_cloudwatch_event_target',
    'Events::Rule',
    { arn: reference('aws_sqs_queue.q', 'arn'), target_id: 't', dead_letter_config: [{ arn: 'd' }] },
    { Targets: [{ Arn: '<aws_sqs_queue.q.arn>', Id: 't', DeadLetterConfig: { Arn: 'd' } }] },
  ),
  example('aws_cloudwatch_event_bus', 'Events::EventBus', { name: 'b' }, { Name: 'b' }),
  example(
    'aws_cloudwatch_event_bus_policy',
    'Events::EventBusPolicy',
    { event_bus_name: 'b', policy: POLICY },
    { EventBusName: 'b', Statement: DOCUMENT },
  ),
  example(
    'aws_cloudwatch_log_group',
    'Logs::LogGroup',
    { name: 'l', retention_in_days: '30', kms_key_id: 'k' },
    { LogGroupName: 'l', RetentionInDays: 30, KmsKeyId: 'k' },
  ),
  example(
    'aws_cloudwatch_metric_alarm',
    'CloudWatch::Alarm',
    { alarm_name: 'a', metric_name: 'm', threshold: '1', alarm_actions: ['t'] },
    { AlarmName: 'a', MetricName: 'm', Threshold: 1, AlarmActions: ['t'] },
  ),
  example(
    'aws_sfn_state_machine',
    'StepFunctions::StateMachine',
    {
      name: 's',
      definition: '{"StartAt":"A"}',
      role_arn: 'r',
      type: 'EXPRESS',
      logging_configuration: [{ level: 'ALL', include_execution_data: true, log_destination: 'arn:l' }],
      tracing_configuration: [{ enabled: true }],
    },
    {
      StateMachineName: 's',
      DefinitionString: '{"StartAt":"A"}',
      RoleArn: 'r',
      StateMachineType: 'EXPRESS',
      LoggingConfiguration: {
        Level: 'ALL',
        IncludeExecutionData: true,
        Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: 'arn:l' } }],
      },
      TracingConfiguration: { Enabled: true },
    },
  ),
];
