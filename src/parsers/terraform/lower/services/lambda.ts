/** Lambda: functions, who may call them, and what calls them. */
import type { ServiceTables } from '../type-table.ts';

export const lambdaTables: ServiceTables = {
  types: [
    {
      type: 'aws_lambda_function',
      kind: 'AWS::Lambda::Function',
      nameAttribute: 'function_name',
      fields: { image_uri: 'Code.ImageUri', s3_bucket: 'Code.S3Bucket', s3_key: 'Code.S3Key' },
    },
    { type: 'aws_lambda_permission', kind: 'AWS::Lambda::Permission', fields: {} },
    {
      type: 'aws_lambda_function_url',
      kind: 'AWS::Lambda::Url',
      fields: { function_name: 'TargetFunctionArn', authorization_type: 'AuthType' },
    },
    { type: 'aws_lambda_event_source_mapping', kind: 'AWS::Lambda::EventSourceMapping', fields: {} },
    { type: 'aws_lambda_alias', kind: 'AWS::Lambda::Alias', fields: { routing_config: null } },
  ],
};
