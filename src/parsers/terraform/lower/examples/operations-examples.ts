/** Backups, Systems Manager and Secrets Manager. Data of the contract test. */
import { DOCUMENT, example, type LoweringExample, POLICY, TAGS } from './lowering-example.ts';

export const operationsExamples: readonly LoweringExample[] = [
  example(
    'aws_backup_vault',
    'Backup::BackupVault',
    { name: 'v', kms_key_arn: 'k', tags: TAGS },
    { BackupVaultName: 'v', EncryptionKeyArn: 'k', BackupVaultTags: TAGS },
  ),
  example(
    'aws_backup_logically_air_gapped_vault',
    'Backup::LogicallyAirGappedBackupVault',
    { name: 'v', min_retention_days: 7, max_retention_days: 30, tags: TAGS },
    { BackupVaultName: 'v', MinRetentionDays: 7, MaxRetentionDays: 30, BackupVaultTags: TAGS },
  ),
  example(
    'aws_backup_vault_lock_configuration',
    'Backup::BackupVault',
    { min_retention_days: 7, max_retention_days: '30', changeable_for_days: 3 },
    { LockConfiguration: { MinRetentionDays: 7, MaxRetentionDays: 30, ChangeableForDays: 3 } },
  ),
  example('aws_backup_vault_policy', 'Backup::BackupVault', { policy: POLICY }, { AccessPolicy: DOCUMENT }),
  example(
    'aws_backup_vault_notifications',
    'Backup::BackupVault',
    { sns_topic_arn: 't', backup_vault_events: ['BACKUP_JOB_FAILED'] },
    { Notifications: { SNSTopicArn: 't', BackupVaultEvents: ['BACKUP_JOB_FAILED'] } },
  ),
  example(
    'aws_backup_plan',
    'Backup::BackupPlan',
    {
      name: 'p',
      tags: TAGS,
      rule: [
        {
          rule_name: 'r',
          target_vault_name: 'v',
          schedule: 'cron(0 12 * * ? *)',
          start_window: 60,
          completion_window: '120',
          enable_continuous_backup: true,
          lifecycle: [{ cold_storage_after: 30, delete_after: 120 }],
          copy_action: [{ destination_vault_arn: 'd', lifecycle: [{ cold_storage_after: 30, delete_after: 120 }] }],
        },
      ],
      advanced_backup_setting: [{ resource_type: 'EC2', backup_options: { WindowsVSS: 'enabled' } }],
    },
    {
      BackupPlan: {
        BackupPlanName: 'p',
        BackupPlanRule: [
          {
            RuleName: 'r',
            TargetBackupVault: 'v',
            ScheduleExpression: 'cron(0 12 * * ? *)',
            StartWindowMinutes: 60,
            CompletionWindowMinutes: 120,
            EnableContinuousBackup: true,
            Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 120 },
            CopyActions: [
              { DestinationBackupVaultArn: 'd', Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 120 } },
            ],
          },
        ],
        AdvancedBackupSettings: [{ ResourceType: 'EC2', BackupOptions: { WindowsVSS: 'enabled' } }],
      },
      BackupPlanTags: TAGS,
    },
  ),
  example(
    'aws_backup_selection',
    'Backup::BackupSelection',
    {
      name: 's',
      plan_id: 'p',
      iam_role_arn: 'r',
      resources: ['*'],
      not_resources: ['n'],
      selection_tag: [{ type: 'STRINGEQUALS', key: 'k', value: 'v' }],
      condition: [{ string_equals: [{ key: 'aws:ResourceTag/a', value: 'b' }] }],
    },
    {
      BackupSelection: {
        SelectionName: 's',
        IamRoleArn: 'r',
        Resources: ['*'],
        NotResources: ['n'],
        ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'k', ConditionValue: 'v' }],
        Conditions: { StringEquals: [{ ConditionKey: 'aws:ResourceTag/a', ConditionValue: 'b' }] },
      },
      BackupPlanId: 'p',
    },
  ),
  example(
    'aws_ssm_document',
    'SSM::Document',
    {
      name: 'd',
      document_type: 'Command',
      document_format: 'YAML',
      content: 'schemaVersion: "2.2"',
      target_type: '/AWS::EC2::Instance',
      permissions: { type: 'Share', account_ids: 'All' },
      attachments_source: [{ key: 'SourceUrl', values: ['s3://b'] }],
    },
    {
      Name: 'd',
      DocumentType: 'Command',
      DocumentFormat: 'YAML',
      Content: 'schemaVersion: "2.2"',
      TargetType: '/AWS::EC2::Instance',
      Attachments: [{ Key: 'SourceUrl', Values: ['s3://b'] }],
    },
  ),
  example(
    'aws_ssm_association',
    'SSM::Association',
    {
      name: 'd',
      association_name: 'a',
      schedule_expression: 'rate(1 day)',
      parameters: { commands: 'id' },
      targets: [{ key: 'InstanceIds', values: ['*'] }],
      output_location: [{ s3_bucket_name: 'b', s3_key_prefix: 'p/', s3_region: 'eu-west-1' }],
    },
    {
      Name: 'd',
      AssociationName: 'a',
      ScheduleExpression: 'rate(1 day)',
      Targets: [{ Key: 'InstanceIds', Values: ['*'] }],
      OutputLocation: { S3Location: { OutputS3BucketName: 'b', OutputS3KeyPrefix: 'p/', OutputS3Region: 'eu-west-1' } },
    },
  ),
  example(
    'aws_ssm_maintenance_window',
    'SSM::MaintenanceWindow',
    { name: 'w', schedule: 'cron(0 16 ? * TUE *)', duration: '3', cutoff: 1, allow_unassociated_targets: 'true' },
    { Name: 'w', Schedule: 'cron(0 16 ? * TUE *)', Duration: 3, Cutoff: 1, AllowUnassociatedTargets: true },
  ),
  example(
    'aws_ssm_maintenance_window_target',
    'SSM::MaintenanceWindowTarget',
    { window_id: 'w', resource_type: 'INSTANCE', targets: [{ key: 'tag:a', values: ['b'] }] },
    { WindowId: 'w', ResourceType: 'INSTANCE', Targets: [{ Key: 'tag:a', Values: ['b'] }] },
  ),
  example(
    'aws_ssm_maintenance_window_task',
    'SSM::MaintenanceWindowTask',
    {
      window_id: 'w',
      task_arn: 'AWS-RunShellScript',
      task_type: 'RUN_COMMAND',
      priority: 1,
      service_role_arn: 'r',
      max_concurrency: '2',
      max_errors: '1',
      targets: [{ key: 'InstanceIds', values: ['i'] }],
      task_invocation_parameters: [
        {
          run_command_parameters: [
            {
              output_s3_bucket: 'b',
              output_s3_key_prefix: 'p/',
              service_role_arn: 'r',
              timeout_seconds: 600,
              cloudwatch_config: [{ cloudwatch_output_enabled: true, cloudwatch_log_group_name: 'l' }],
            },
          ],
          lambda_parameters: [{ qualifier: 'q' }],
        },
      ],
    },
    {
      WindowId: 'w',
      TaskArn: 'AWS-RunShellScript',
      TaskType: 'RUN_COMMAND',
      Priority: 1,
      ServiceRoleArn: 'r',
      MaxConcurrency: '2',
      MaxErrors: '1',
      Targets: [{ Key: 'InstanceIds', Values: ['i'] }],
      TaskInvocationParameters: {
        MaintenanceWindowRunCommandParameters: {
          OutputS3BucketName: 'b',
          OutputS3KeyPrefix: 'p/',
          ServiceRoleArn: 'r',
          TimeoutSeconds: 600,
          CloudWatchOutputConfig: { CloudWatchOutputEnabled: true, CloudWatchLogGroupName: 'l' },
        },
        MaintenanceWindowLambdaParameters: { Qualifier: 'q' },
      },
    },
  ),
  example(
    'aws_ssm_patch_baseline',
    'SSM::PatchBaseline',
    {
      name: 'p',
      operating_system: 'AMAZON_LINUX_2',
      approved_patches: ['a'],
      approval_rule: [
        {
          approve_after_days: '7',
          compliance_level: 'HIGH',
          patch_filter: [{ key: 'PRODUCT', values: ['AmazonLinux2'] }],
        },
      ],
      global_filter: [{ key: 'PRODUCT', values: ['AmazonLinux2'] }],
    },
    {
      Name: 'p',
      OperatingSystem: 'AMAZON_LINUX_2',
      ApprovedPatches: ['a'],
      ApprovalRules: {
        PatchRules: [
          {
            ApproveAfterDays: 7,
            ComplianceLevel: 'HIGH',
            PatchFilterGroup: { PatchFilters: [{ Key: 'PRODUCT', Values: ['AmazonLinux2'] }] },
          },
        ],
      },
      GlobalFilters: { PatchFilters: [{ Key: 'PRODUCT', Values: ['AmazonLinux2'] }] },
    },
  ),
  example(
    'aws_ssm_resource_data_sync',
    'SSM::ResourceDataSync',
    {
      name: 's',
      s3_destination: [
        { bucket_name: 'b', region: 'eu-west-1', prefix: 'p/', kms_key_arn: 'k', sync_format: 'JsonSerDe' },
      ],
    },
    {
      SyncName: 's',
      S3Destination: {
        BucketName: 'b',
        BucketRegion: 'eu-west-1',
        BucketPrefix: 'p/',
        KMSKeyArn: 'k',
        SyncFormat: 'JsonSerDe',
      },
    },
  ),
  example(
    'aws_secretsmanager_secret_rotation',
    'SecretsManager::RotationSchedule',
    {
      secret_id: 's',
      rotation_lambda_arn: 'f',
      rotate_immediately: 'false',
      rotation_rules: [{ automatically_after_days: '30' }],
    },
    {
      SecretId: 's',
      RotationLambdaARN: 'f',
      RotateImmediatelyOnUpdate: false,
      RotationRules: { AutomaticallyAfterDays: 30 },
    },
  ),
  example(
    'aws_signer_signing_profile',
    'Signer::SigningProfile',
    { name: 'p', platform_id: 'AWSLambda-SHA384-ECDSA', signature_validity_period: [{ type: 'MONTHS', value: '6' }] },
    { ProfileName: 'p', PlatformId: 'AWSLambda-SHA384-ECDSA', SignatureValidityPeriod: { Type: 'MONTHS', Value: 6 } },
  ),
  example(
    'aws_signer_signing_profile_permission',
    'Signer::ProfilePermission',
    {
      profile_name: 'p',
      action: 'signer:StartSigningJob',
      principal: '111122223333',
      statement_id: 's',
      profile_version: 'v',
    },
    {
      ProfileName: 'p',
      Action: 'signer:StartSigningJob',
      Principal: '111122223333',
      StatementId: 's',
      ProfileVersion: 'v',
    },
  ),
];
