/** EventBridge, pipes, schedules, and what is set beside queues and topics. Data of the contract test. */
import { reference } from '../../../../dictionary/testing-values.ts';
import { DOCUMENT, example, type LoweringExample, POLICY, TAG_LIST, TAGS } from './lowering-example.ts';

export const messagingExamples: readonly LoweringExample[] = [
  example(
    'aws_sqs_queue_redrive_policy',
    'SQS::Queue',
    { redrive_policy: '{"maxReceiveCount":3}' },
    { RedrivePolicy: { maxReceiveCount: 3 } },
  ),
  example(
    'aws_sqs_queue_redrive_allow_policy',
    'SQS::Queue',
    { redrive_allow_policy: '{"redrivePermission":"allowAll"}' },
    { RedriveAllowPolicy: { redrivePermission: 'allowAll' } },
  ),
  example(
    'aws_sns_topic_data_protection_policy',
    'SNS::Topic',
    { policy: '{"Name":"p"}' },
    { DataProtectionPolicy: { Name: 'p' } },
  ),
  example(
    'aws_cloudwatch_event_permission',
    'Events::EventBusPolicy',
    {
      principal: '*',
      statement_id: 's',
      action: 'events:PutEvents',
      event_bus_name: 'b',
      condition: [{ key: 'aws:PrincipalOrgID', type: 'StringEquals', value: 'o-1' }],
    },
    {
      Principal: '*',
      StatementId: 's',
      Action: 'events:PutEvents',
      EventBusName: 'b',
      Condition: { Key: 'aws:PrincipalOrgID', Type: 'StringEquals', Value: 'o-1' },
    },
  ),
  example(
    'aws_cloudwatch_event_archive',
    'Events::Archive',
    {
      name: 'a',
      event_source_arn: 'b',
      retention_days: '7',
      kms_key_identifier: 'k',
      event_pattern: '{"source":["a"]}',
    },
    { ArchiveName: 'a', SourceArn: 'b', RetentionDays: 7, KmsKeyIdentifier: 'k', EventPattern: { source: ['a'] } },
  ),
  example(
    'aws_cloudwatch_event_connection',
    'Events::Connection',
    {
      name: 'c',
      authorization_type: 'OAUTH_CLIENT_CREDENTIALS',
      auth_parameters: [
        {
          api_key: [{ key: 'k', value: 'v' }],
          basic: [{ username: 'u', password: 'p' }],
          oauth: [
            {
              authorization_endpoint: 'https://a',
              http_method: 'POST',
              client_parameters: [{ client_id: 'i', client_secret: 's' }],
              oauth_http_parameters: [{ header: [{ key: 'x', value: 'v', is_value_secret: true }] }],
            },
          ],
          invocation_http_parameters: [{ header: [{ key: 'x', value: 'v', is_value_secret: true }] }],
        },
      ],
    },
    {
      Name: 'c',
      AuthorizationType: 'OAUTH_CLIENT_CREDENTIALS',
      AuthParameters: {
        ApiKeyAuthParameters: { ApiKeyName: 'k', ApiKeyValue: 'v' },
        BasicAuthParameters: { Username: 'u', Password: 'p' },
        OAuthParameters: {
          AuthorizationEndpoint: 'https://a',
          HttpMethod: 'POST',
          ClientParameters: { ClientID: 'i', ClientSecret: 's' },
          OAuthHttpParameters: { HeaderParameters: [{ Key: 'x', Value: 'v', IsValueSecret: true }] },
        },
        InvocationHttpParameters: { HeaderParameters: [{ Key: 'x', Value: 'v', IsValueSecret: true }] },
      },
    },
  ),
  example(
    'aws_cloudwatch_event_api_destination',
    'Events::ApiDestination',
    {
      name: 'd',
      connection_arn: reference('aws_cloudwatch_event_connection.c', 'arn'),
      invocation_endpoint: 'https://a',
      http_method: 'POST',
      invocation_rate_limit_per_second: '10',
    },
    {
      Name: 'd',
      ConnectionArn: '<aws_cloudwatch_event_connection.c.arn>',
      InvocationEndpoint: 'https://a',
      HttpMethod: 'POST',
      InvocationRateLimitPerSecond: 10,
    },
  ),
  example(
    'aws_cloudwatch_event_endpoint',
    'Events::Endpoint',
    {
      name: 'e',
      role_arn: 'r',
      event_bus: [{ event_bus_arn: 'a' }, { event_bus_arn: 'b' }],
      routing_config: [
        { failover_config: [{ primary: [{ health_check: 'h' }], secondary: [{ route: 'us-east-2' }] }] },
      ],
    },
    {
      Name: 'e',
      RoleArn: 'r',
      EventBuses: [{ EventBusArn: 'a' }, { EventBusArn: 'b' }],
      RoutingConfig: { FailoverConfig: { Primary: { HealthCheck: 'h' }, Secondary: { Route: 'us-east-2' } } },
    },
  ),
  example(
    'aws_pipes_pipe',
    'Pipes::Pipe',
    {
      name: 'p',
      role_arn: 'r',
      source: 's',
      target: 't',
      enrichment: 'e',
      kms_key_identifier: 'k',
      source_parameters: [
        { filter_criteria: [{ filter: [{ pattern: '{}' }] }], sqs_queue_parameters: [{ batch_size: 1 }] },
      ],
      target_parameters: [{ http_parameters: [{ header_parameters: { a: 'b' } }] }],
      log_configuration: [
        { level: 'ERROR', include_execution_data: ['ALL'], cloudwatch_logs_log_destination: [{ log_group_arn: 'l' }] },
      ],
    },
    {
      Name: 'p',
      RoleArn: 'r',
      Source: 's',
      Target: 't',
      Enrichment: 'e',
      KmsKeyIdentifier: 'k',
      SourceParameters: { FilterCriteria: { Filters: [{ Pattern: '{}' }] }, SqsQueueParameters: { BatchSize: 1 } },
      TargetParameters: { HttpParameters: { HeaderParameters: { a: 'b' } } },
      LogConfiguration: {
        Level: 'ERROR',
        IncludeExecutionData: ['ALL'],
        CloudwatchLogsLogDestination: { LogGroupArn: 'l' },
      },
    },
  ),
  example(
    'aws_scheduler_schedule',
    'Scheduler::Schedule',
    {
      name: 's',
      schedule_expression: 'rate(1 hour)',
      kms_key_arn: 'k',
      state: 'ENABLED',
      flexible_time_window: [{ mode: 'OFF' }],
      target: [
        {
          arn: 'a',
          role_arn: 'r',
          input: '{}',
          dead_letter_config: [{ arn: 'd' }],
          retry_policy: [{ maximum_retry_attempts: '1' }],
          ecs_parameters: [
            {
              task_definition_arn: 't',
              launch_type: 'FARGATE',
              network_configuration: [{ assign_public_ip: true, subnets: ['subnet-1'], security_groups: ['g'] }],
            },
          ],
        },
      ],
    },
    {
      Name: 's',
      ScheduleExpression: 'rate(1 hour)',
      KmsKeyArn: 'k',
      State: 'ENABLED',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Arn: 'a',
        RoleArn: 'r',
        Input: '{}',
        DeadLetterConfig: { Arn: 'd' },
        RetryPolicy: { MaximumRetryAttempts: 1 },
        EcsParameters: {
          TaskDefinitionArn: 't',
          LaunchType: 'FARGATE',
          NetworkConfiguration: {
            AwsvpcConfiguration: { AssignPublicIp: 'ENABLED', Subnets: ['subnet-1'], SecurityGroups: ['g'] },
          },
        },
      },
    },
  ),
  example(
    'aws_scheduler_schedule_group',
    'Scheduler::ScheduleGroup',
    { name: 'g', tags: TAGS },
    { Name: 'g', Tags: TAG_LIST },
  ),
  example(
    'aws_schemas_registry_policy',
    'EventSchemas::RegistryPolicy',
    { registry_name: 'r', policy: POLICY },
    { RegistryName: 'r', Policy: DOCUMENT },
  ),
];
