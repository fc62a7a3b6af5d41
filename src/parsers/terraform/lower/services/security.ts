/** KMS, CloudTrail, GuardDuty, Security Hub, Secrets Manager and Cognito. */
import type { ServiceTables } from '../type-table.ts';

export const securityTables: ServiceTables = {
  types: [
    {
      type: 'aws_kms_key',
      kind: 'AWS::KMS::Key',
      fields: {
        policy: 'KeyPolicy',
        is_enabled: 'Enabled',
        customer_master_key_spec: 'KeySpec',
        deletion_window_in_days: 'PendingWindowInDays',
        rotation_period_in_days: 'RotationPeriodInDays',
      },
    },
    { type: 'aws_kms_alias', kind: 'AWS::KMS::Alias', fields: { name: 'AliasName' } },
    {
      type: 'aws_cloudtrail',
      kind: 'AWS::CloudTrail::Trail',
      fields: {
        name: 'TrailName',
        enable_logging: 'IsLogging',
        cloud_watch_logs_group_arn: 'CloudWatchLogsLogGroupArn',
      },
    },
    { type: 'aws_guardduty_detector', kind: 'AWS::GuardDuty::Detector', fields: { datasources: 'DataSources' } },
    { type: 'aws_securityhub_account', kind: 'AWS::SecurityHub::Hub', fields: {} },
    {
      type: 'aws_secretsmanager_secret',
      kind: 'AWS::SecretsManager::Secret',
      fields: { replica: 'ReplicaRegions' },
      inlinePolicy: {
        attribute: 'policy',
        kind: 'AWS::SecretsManager::ResourcePolicy',
        attachedBy: 'SecretId',
        document: 'ResourcePolicy',
      },
    },
    {
      type: 'aws_secretsmanager_secret_policy',
      kind: 'AWS::SecretsManager::ResourcePolicy',
      fields: { secret_arn: 'SecretId', policy: 'ResourcePolicy' },
    },
    {
      type: 'aws_cognito_user_pool',
      kind: 'AWS::Cognito::UserPool',
      fields: {
        name: 'UserPoolName',
        password_policy: 'Policies.PasswordPolicy',
        tags: 'UserPoolTags',
        account_recovery_setting: null,
        schema: null,
        lambda_config: { path: 'LambdaConfig', fields: {} },
      },
    },
  ],
  companions: [
    {
      type: 'aws_kms_key_policy',
      target: ['aws_kms_key', 'aws_kms_external_key', 'aws_kms_replica_key', 'aws_kms_replica_external_key'],
      match: [['key_id', 'key_id']],
      fields: { policy: 'KeyPolicy' },
    },
    {
      type: 'aws_secretsmanager_secret_version',
      target: ['aws_secretsmanager_secret'],
      match: [['secret_id', 'name']],
      fields: { secret_string: 'SecretString' },
    },
  ],
};
