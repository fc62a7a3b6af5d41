/** Functions, their layers and what calls them. Data of the contract test. */
import { reference } from '../../../../dictionary/testing-values.ts';
import { example, type LoweringExample } from './lowering-example.ts';

export const functionExamples: readonly LoweringExample[] = [
  example(
    'aws_lambda_function',
    'Lambda::Function',
    {
      function_name: 'f',
      s3_bucket: 'b',
      s3_key: 'k',
      s3_object_version: 'v',
      source_kms_key_arn: 'm',
      durable_config: [{ execution_timeout: 60, retention_period: 7 }],
    },
    {
      FunctionName: 'f',
      Code: { S3Bucket: 'b', S3Key: 'k', S3ObjectVersion: 'v', SourceKMSKeyArn: 'm' },
      DurableConfig: { ExecutionTimeout: 60, RetentionPeriodInDays: 7 },
    },
  ),
  example(
    'aws_lambda_event_source_mapping',
    'Lambda::EventSourceMapping',
    {
      function_name: reference('aws_lambda_function.f', 'function_name'),
      event_source_arn: reference('aws_kinesis_stream.s', 'arn'),
      destination_config: [{ on_failure: [{ destination_arn: reference('aws_sqs_queue.q', 'arn') }] }],
    },
    {
      FunctionName: '<aws_lambda_function.f.function_name>',
      EventSourceArn: '<aws_kinesis_stream.s.arn>',
      DestinationConfig: { OnFailure: { Destination: '<aws_sqs_queue.q.arn>' } },
    },
  ),
  example(
    'aws_lambda_event_source_mapping',
    'Lambda::EventSourceMapping',
    {
      function_name: reference('aws_lambda_function.f', 'function_name'),
      topics: ['t'],
      self_managed_event_source: [{ endpoints: { KAFKA_BOOTSTRAP_SERVERS: 'b:9092' } }],
      source_access_configuration: [{ type: 'SASL_SCRAM_512_AUTH', uri: 'u' }],
    },
    {
      FunctionName: '<aws_lambda_function.f.function_name>',
      Topics: ['t'],
      SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: ['b:9092'] } },
      SourceAccessConfigurations: [{ Type: 'SASL_SCRAM_512_AUTH', URI: 'u' }],
    },
  ),
  example(
    'aws_lambda_alias',
    'Lambda::Alias',
    {
      name: 'live',
      function_name: reference('aws_lambda_function.f', 'function_name'),
      function_version: '1',
      routing_config: [{ additional_version_weights: { '2': 0.5 } }],
    },
    {
      Name: 'live',
      FunctionName: '<aws_lambda_function.f.function_name>',
      FunctionVersion: '1',
      RoutingConfig: { AdditionalVersionWeights: [{ FunctionVersion: '2', FunctionWeight: 0.5 }] },
    },
  ),
  example(
    'aws_lambda_code_signing_config',
    'Lambda::CodeSigningConfig',
    {
      description: 'd',
      allowed_publishers: [{ signing_profile_version_arns: ['p'] }],
      policies: [{ untrusted_artifact_on_deployment: 'Enforce' }],
    },
    {
      Description: 'd',
      AllowedPublishers: { SigningProfileVersionArns: ['p'] },
      CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'Enforce' },
    },
  ),
  example(
    'aws_lambda_function_event_invoke_config',
    'Lambda::EventInvokeConfig',
    {
      function_name: reference('aws_lambda_function.f', 'function_name'),
      qualifier: 'live',
      maximum_retry_attempts: 0,
      maximum_event_age_in_seconds: 60,
      destination_config: [
        {
          on_failure: [{ destination: reference('aws_sqs_queue.q', 'arn') }],
          on_success: [{ destination: reference('aws_sns_topic.t', 'arn') }],
        },
      ],
    },
    {
      FunctionName: '<aws_lambda_function.f.function_name>',
      Qualifier: 'live',
      MaximumRetryAttempts: 0,
      MaximumEventAgeInSeconds: 60,
      DestinationConfig: {
        OnFailure: { Destination: '<aws_sqs_queue.q.arn>' },
        OnSuccess: { Destination: '<aws_sns_topic.t.arn>' },
      },
    },
  ),
  example(
    'aws_lambda_layer_version',
    'Lambda::LayerVersion',
    { layer_name: 'l', compatible_runtimes: ['nodejs24.x'], s3_bucket: 'b', s3_key: 'k', s3_object_version: 'v' },
    {
      LayerName: 'l',
      CompatibleRuntimes: ['nodejs24.x'],
      Content: { S3Bucket: 'b', S3Key: 'k', S3ObjectVersion: 'v' },
    },
  ),
  example(
    'aws_lambda_layer_version_permission',
    'Lambda::LayerVersionPermission',
    {
      layer_name: 'arn:aws:lambda:eu-west-1:111122223333:layer:l',
      version_number: 1,
      statement_id: 's',
      action: 'lambda:GetLayerVersion',
      principal: '*',
      organization_id: 'o',
    },
    {
      LayerVersionArn: 'arn:aws:lambda:eu-west-1:111122223333:layer:l',
      Action: 'lambda:GetLayerVersion',
      Principal: '*',
      OrganizationId: 'o',
    },
  ),
  example(
    'aws_lambda_provisioned_concurrency_config',
    'Lambda::Alias',
    { function_name: reference('aws_lambda_function.f', 'function_name'), provisioned_concurrent_executions: 5 },
    { ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 5 } },
  ),
  example(
    'aws_lambda_runtime_management_config',
    'Lambda::Function',
    { update_runtime_on: 'Manual', runtime_version_arn: 'r' },
    { RuntimeManagementConfig: { UpdateRuntimeOn: 'Manual', RuntimeVersionArn: 'r' } },
  ),
  example(
    'aws_lambda_function_recursion_config',
    'Lambda::Function',
    { recursive_loop: 'Allow' },
    { RecursiveLoop: 'Allow' },
  ),
];
