/** KMS, CloudTrail, GuardDuty, Security Hub, Secrets Manager and Cognito. */
import { markSensitive } from '../../values/mark-sensitive.ts';
import { pick } from '../changes/pick.ts';
import type { ServiceTables, Target } from '../type-table.ts';

const malwareProtection: Target = {
  path: 'MalwareProtection',
  fields: {
    scan_ec2_instance_with_findings: {
      path: 'ScanEc2InstanceWithFindings',
      fields: { ebs_volumes: { path: 'EbsVolumes', change: pick('enable') } },
    },
  },
};

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
    {
      type: 'aws_guardduty_detector',
      kind: 'AWS::GuardDuty::Detector',
      fields: { datasources: { path: 'DataSources', fields: { malware_protection: malwareProtection } } },
    },
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
        email_configuration: { path: 'EmailConfiguration', fields: { from_email_address: 'From' } },
        lambda_config: { path: 'LambdaConfig', fields: {} },
        sign_in_policy: 'Policies.SignInPolicy',
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
      fields: {
        secret_string: { path: 'SecretString', change: markSensitive },
        secret_string_wo: { path: 'SecretString', change: markSensitive },
      },
    },
  ],
};
