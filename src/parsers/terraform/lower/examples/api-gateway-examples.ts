/** API Gateway: names, links, models, responses and settings. Data of the contract test. */
import { reference } from '../../../../dictionary/testing-values.ts';
import { DOCUMENT, example, type LoweringExample, POLICY, TAG_LIST, TAGS } from './lowering-example.ts';

export const apiGatewayExamples: readonly LoweringExample[] = [
  example(
    'aws_api_gateway_domain_name',
    'ApiGateway::DomainName',
    {
      domain_name: 'api.example.com',
      regional_certificate_arn: 'c',
      security_policy: 'TLS_1_2',
      endpoint_configuration: [{ types: ['REGIONAL'] }],
      mutual_tls_authentication: [{ truststore_uri: 's3://b/k' }],
      tags: TAGS,
    },
    {
      DomainName: 'api.example.com',
      RegionalCertificateArn: 'c',
      SecurityPolicy: 'TLS_1_2',
      EndpointConfiguration: { Types: ['REGIONAL'] },
      MutualTlsAuthentication: { TruststoreUri: 's3://b/k' },
      Tags: TAG_LIST,
    },
  ),
  example(
    'aws_api_gateway_domain_name',
    'ApiGateway::DomainNameV2',
    {
      domain_name: 'api.internal',
      certificate_arn: 'c',
      policy: POLICY,
      endpoint_configuration: [{ types: ['PRIVATE'] }],
    },
    {
      DomainName: 'api.internal',
      CertificateArn: 'c',
      Policy: DOCUMENT,
      EndpointConfiguration: { Types: ['PRIVATE'] },
    },
  ),
  example(
    'aws_api_gateway_domain_name_access_association',
    'ApiGateway::DomainNameAccessAssociation',
    {
      access_association_source: 'vpce-1',
      access_association_source_type: 'VPCE',
      domain_name_arn: reference('aws_api_gateway_domain_name.d', 'arn'),
    },
    {
      AccessAssociationSource: 'vpce-1',
      AccessAssociationSourceType: 'VPCE',
      DomainNameArn: '<aws_api_gateway_domain_name.d.arn>',
    },
  ),
  example(
    'aws_api_gateway_base_path_mapping',
    'ApiGateway::BasePathMapping',
    {
      api_id: reference('aws_api_gateway_rest_api.a', 'id'),
      stage_name: 'v1',
      domain_name: 'api.example.com',
      base_path: 'orders',
    },
    { RestApiId: '<aws_api_gateway_rest_api.a.id>', Stage: 'v1', DomainName: 'api.example.com', BasePath: 'orders' },
  ),
  example(
    'aws_api_gateway_vpc_link',
    'ApiGateway::VpcLink',
    { name: 'l', target_arns: [reference('aws_lb.l', 'arn')] },
    { Name: 'l', TargetArns: ['<aws_lb.l.arn>'] },
  ),
  example(
    'aws_api_gateway_client_certificate',
    'ApiGateway::ClientCertificate',
    { description: 'd', tags: TAGS },
    { Description: 'd', Tags: TAG_LIST },
  ),
  example(
    'aws_api_gateway_account',
    'ApiGateway::Account',
    { cloudwatch_role_arn: reference('aws_iam_role.r', 'arn') },
    { CloudWatchRoleArn: '<aws_iam_role.r.arn>' },
  ),
  example(
    'aws_api_gateway_model',
    'ApiGateway::Model',
    {
      rest_api_id: reference('aws_api_gateway_rest_api.a', 'id'),
      name: 'm',
      content_type: 'application/json',
      schema: '{"type":"object"}',
    },
    {
      RestApiId: '<aws_api_gateway_rest_api.a.id>',
      Name: 'm',
      ContentType: 'application/json',
      Schema: { type: 'object' },
    },
  ),
  example(
    'aws_api_gateway_gateway_response',
    'ApiGateway::GatewayResponse',
    {
      rest_api_id: reference('aws_api_gateway_rest_api.a', 'id'),
      response_type: 'UNAUTHORIZED',
      status_code: '401',
      response_parameters: { 'gatewayresponse.header.Authorization': "'Basic'" },
      response_templates: { 'application/json': '{}' },
    },
    {
      RestApiId: '<aws_api_gateway_rest_api.a.id>',
      ResponseType: 'UNAUTHORIZED',
      StatusCode: '401',
      ResponseParameters: { 'gatewayresponse.header.Authorization': "'Basic'" },
      ResponseTemplates: { 'application/json': '{}' },
    },
  ),
  example(
    'aws_api_gateway_usage_plan_key',
    'ApiGateway::UsagePlanKey',
    {
      key_id: reference('aws_api_gateway_api_key.k', 'id'),
      key_type: 'API_KEY',
      usage_plan_id: reference('aws_api_gateway_usage_plan.p', 'id'),
    },
    { KeyId: '<aws_api_gateway_api_key.k.id>', KeyType: 'API_KEY', UsagePlanId: '<aws_api_gateway_usage_plan.p.id>' },
  ),
  example(
    'aws_api_gateway_method_response',
    'ApiGateway::Method',
    {
      status_code: '200',
      response_models: { 'application/json': 'Empty' },
      response_parameters: { 'method.response.header.X': true },
    },
    {
      MethodResponses: [
        {
          StatusCode: '200',
          ResponseModels: { 'application/json': 'Empty' },
          ResponseParameters: { 'method.response.header.X': true },
        },
      ],
    },
  ),
  example(
    'aws_api_gateway_integration_response',
    'ApiGateway::Method',
    {
      status_code: 200,
      selection_pattern: '2..',
      content_handling: 'CONVERT_TO_TEXT',
      response_templates: { 'application/json': '' },
    },
    {
      Integration: {
        IntegrationResponses: [
          {
            StatusCode: '200',
            SelectionPattern: '2..',
            ContentHandling: 'CONVERT_TO_TEXT',
            ResponseTemplates: { 'application/json': '' },
          },
        ],
      },
    },
  ),
  example(
    'aws_api_gateway_rest_api_put',
    'ApiGateway::RestApi',
    { body: '{"openapi":"3.0.1"}', fail_on_warnings: true },
    { Body: { openapi: '3.0.1' }, FailOnWarnings: true },
  ),
  example(
    'aws_api_gateway_usage_plan',
    'ApiGateway::UsagePlan',
    {
      name: 'p',
      throttle_settings: [{ burst_limit: 5, rate_limit: 10 }],
      quota_settings: [{ limit: 20, period: 'WEEK' }],
      api_stages: [
        {
          api_id: reference('aws_api_gateway_rest_api.a', 'id'),
          stage: 'v1',
          throttle: [{ path: '/orders/GET', burst_limit: 1, rate_limit: 2 }],
        },
      ],
    },
    {
      UsagePlanName: 'p',
      Throttle: { BurstLimit: 5, RateLimit: 10 },
      Quota: { Limit: 20, Period: 'WEEK' },
      ApiStages: [
        {
          ApiId: '<aws_api_gateway_rest_api.a.id>',
          Stage: 'v1',
          Throttle: { '/orders/GET': { BurstLimit: 1, RateLimit: 2 } },
        },
      ],
    },
  ),
  example(
    'aws_apigatewayv2_domain_name',
    'ApiGatewayV2::DomainName',
    {
      domain_name: 'api.example.com',
      domain_name_configuration: [{ certificate_arn: 'c', endpoint_type: 'REGIONAL', security_policy: 'TLS_1_2' }],
      mutual_tls_authentication: [{ truststore_uri: 's3://b/k' }],
    },
    {
      DomainName: 'api.example.com',
      DomainNameConfigurations: [{ CertificateArn: 'c', EndpointType: 'REGIONAL', SecurityPolicy: 'TLS_1_2' }],
      MutualTlsAuthentication: { TruststoreUri: 's3://b/k' },
    },
  ),
  example(
    'aws_apigatewayv2_api_mapping',
    'ApiGatewayV2::ApiMapping',
    {
      api_id: reference('aws_apigatewayv2_api.a', 'id'),
      domain_name: 'api.example.com',
      stage: 'v1',
      api_mapping_key: 'orders',
    },
    { ApiId: '<aws_apigatewayv2_api.a.id>', DomainName: 'api.example.com', Stage: 'v1', ApiMappingKey: 'orders' },
  ),
  example(
    'aws_apigatewayv2_vpc_link',
    'ApiGatewayV2::VpcLink',
    { name: 'l', security_group_ids: ['g'], subnet_ids: ['s'] },
    { Name: 'l', SecurityGroupIds: ['g'], SubnetIds: ['s'] },
  ),
  example(
    'aws_apigatewayv2_deployment',
    'ApiGatewayV2::Deployment',
    { api_id: reference('aws_apigatewayv2_api.a', 'id'), description: 'd' },
    { ApiId: '<aws_apigatewayv2_api.a.id>', Description: 'd' },
  ),
  example(
    'aws_apigatewayv2_model',
    'ApiGatewayV2::Model',
    {
      api_id: reference('aws_apigatewayv2_api.a', 'id'),
      name: 'm',
      content_type: 'application/json',
      schema: '{"type":"object"}',
    },
    { ApiId: '<aws_apigatewayv2_api.a.id>', Name: 'm', ContentType: 'application/json', Schema: { type: 'object' } },
  ),
  example(
    'aws_apigatewayv2_integration_response',
    'ApiGatewayV2::IntegrationResponse',
    {
      api_id: reference('aws_apigatewayv2_api.a', 'id'),
      integration_id: 'i',
      integration_response_key: '/200/',
      content_handling_strategy: 'CONVERT_TO_TEXT',
    },
    {
      ApiId: '<aws_apigatewayv2_api.a.id>',
      IntegrationId: 'i',
      IntegrationResponseKey: '/200/',
      ContentHandlingStrategy: 'CONVERT_TO_TEXT',
    },
  ),
  example(
    'aws_apigatewayv2_route_response',
    'ApiGatewayV2::RouteResponse',
    { api_id: reference('aws_apigatewayv2_api.a', 'id'), route_id: 'r', route_response_key: '$default' },
    { ApiId: '<aws_apigatewayv2_api.a.id>', RouteId: 'r', RouteResponseKey: '$default' },
  ),
  example(
    'aws_apigatewayv2_route',
    'ApiGatewayV2::Route',
    {
      api_id: reference('aws_apigatewayv2_api.a', 'id'),
      route_key: 'GET /a',
      authorization_type: 'JWT',
      authorizer_id: 'z',
      request_parameter: [{ request_parameter_key: 'route.request.header.X', required: true }],
    },
    {
      ApiId: '<aws_apigatewayv2_api.a.id>',
      RouteKey: 'GET /a',
      AuthorizationType: 'JWT',
      AuthorizerId: 'z',
      RequestParameters: { 'route.request.header.X': { Required: true } },
    },
  ),
  example(
    'aws_apigatewayv2_stage',
    'ApiGatewayV2::Stage',
    {
      api_id: reference('aws_apigatewayv2_api.a', 'id'),
      name: 'v1',
      auto_deploy: true,
      access_log_settings: [{ destination_arn: 'g', format: 'f' }],
      route_settings: [{ route_key: 'GET /a', throttling_burst_limit: 5, throttling_rate_limit: 10 }],
    },
    {
      ApiId: '<aws_apigatewayv2_api.a.id>',
      StageName: 'v1',
      AutoDeploy: true,
      AccessLogSettings: { DestinationArn: 'g', Format: 'f' },
      RouteSettings: { 'GET /a': { ThrottlingBurstLimit: 5, ThrottlingRateLimit: 10 } },
    },
  ),
];
