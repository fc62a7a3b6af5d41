/** Lambda: functions, who may call them, and what calls them. */
import { pairs } from '../changes/pairs.ts';
import type { ServiceTables } from '../type-table.ts';

export const lambdaTables: ServiceTables = {
  types: [
    {
      type: 'aws_lambda_function',
      kind: 'AWS::Lambda::Function',
      nameAttribute: 'function_name',
      fields: {
        image_uri: 'Code.ImageUri',
        s3_bucket: 'Code.S3Bucket',
        s3_key: 'Code.S3Key',
        s3_object_version: 'Code.S3ObjectVersion',
        source_kms_key_arn: 'Code.SourceKMSKeyArn',
        durable_config: { path: 'DurableConfig', fields: { retention_period: 'RetentionPeriodInDays' } },
      },
    },
    { type: 'aws_lambda_permission', kind: 'AWS::Lambda::Permission', fields: {} },
    {
      type: 'aws_lambda_function_url',
      kind: 'AWS::Lambda::Url',
      fields: { function_name: 'TargetFunctionArn', authorization_type: 'AuthType' },
    },
    {
      type: 'aws_lambda_event_source_mapping',
      kind: 'AWS::Lambda::EventSourceMapping',
      fields: {
        // A date here, seconds in CloudFormation.
        starting_position_timestamp: null,
        destination_config: {
          path: 'DestinationConfig',
          fields: { on_failure: { path: 'OnFailure', fields: { destination_arn: 'Destination' } } },
        },
      },
    },
    {
      type: 'aws_lambda_alias',
      kind: 'AWS::Lambda::Alias',
      fields: {
        routing_config: {
          path: 'RoutingConfig',
          fields: {
            additional_version_weights: {
              path: 'AdditionalVersionWeights',
              change: pairs,
              fields: { name: 'FunctionVersion', value: 'FunctionWeight' },
            },
          },
        },
      },
    },
    {
      type: 'aws_lambda_code_signing_config',
      kind: 'AWS::Lambda::CodeSigningConfig',
      nameAttribute: 'description',
      fields: { policies: 'CodeSigningPolicies' },
    },
    { type: 'aws_lambda_function_event_invoke_config', kind: 'AWS::Lambda::EventInvokeConfig', fields: {} },
    {
      type: 'aws_lambda_layer_version',
      kind: 'AWS::Lambda::LayerVersion',
      nameAttribute: 'layer_name',
      fields: {
        s3_bucket: 'Content.S3Bucket',
        s3_key: 'Content.S3Key',
        s3_object_version: 'Content.S3ObjectVersion',
      },
    },
    {
      type: 'aws_lambda_layer_version_permission',
      kind: 'AWS::Lambda::LayerVersionPermission',
      fields: { layer_name: 'LayerVersionArn' },
    },
  ],
  companions: [
    {
      type: 'aws_lambda_provisioned_concurrency_config',
      target: ['aws_lambda_alias'],
      match: [
        ['qualifier', 'name'],
        ['function_name', 'function_name'],
      ],
      fields: {
        provisioned_concurrent_executions: 'ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions',
      },
    },
    {
      type: 'aws_lambda_runtime_management_config',
      target: ['aws_lambda_function'],
      match: [['function_name', 'function_name']],
      into: 'RuntimeManagementConfig',
      fields: {},
    },
    {
      type: 'aws_lambda_function_recursion_config',
      target: ['aws_lambda_function'],
      match: [['function_name', 'function_name']],
      fields: { recursive_loop: 'RecursiveLoop' },
    },
  ],
};
