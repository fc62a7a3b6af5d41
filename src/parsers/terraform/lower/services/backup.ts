/** AWS Backup: vaults with their locks and policies, plans, and what they select. */
import type { CompanionTable, Fields, ServiceTables } from '../type-table.ts';

const ofVault: Pick<CompanionTable, 'target' | 'match'> = {
  target: ['aws_backup_vault', 'aws_backup_logically_air_gapped_vault'],
  match: [['backup_vault_name', 'name']],
};
const lifecycle: Fields = { cold_storage_after: 'MoveToColdStorageAfterDays', delete_after: 'DeleteAfterDays' };
const rule: Fields = {
  completion_window: 'CompletionWindowMinutes',
  start_window: 'StartWindowMinutes',
  schedule: 'ScheduleExpression',
  target_vault_name: 'TargetBackupVault',
  lifecycle: { path: 'Lifecycle', fields: lifecycle },
  copy_action: {
    path: 'CopyActions',
    fields: {
      destination_vault_arn: 'DestinationBackupVaultArn',
      lifecycle: { path: 'Lifecycle', fields: lifecycle },
    },
  },
};
const condition: Fields = { key: 'ConditionKey', value: 'ConditionValue' };
const vault: Fields = { name: 'BackupVaultName', tags: 'BackupVaultTags' };

export const backupTables: ServiceTables = {
  types: [
    {
      type: 'aws_backup_vault',
      kind: 'AWS::Backup::BackupVault',
      fields: { ...vault, kms_key_arn: 'EncryptionKeyArn' },
    },
    {
      type: 'aws_backup_logically_air_gapped_vault',
      kind: 'AWS::Backup::LogicallyAirGappedBackupVault',
      fields: vault,
    },
    {
      type: 'aws_backup_plan',
      kind: 'AWS::Backup::BackupPlan',
      fields: {
        name: 'BackupPlan.BackupPlanName',
        rule: { path: 'BackupPlan.BackupPlanRule', fields: rule },
        advanced_backup_setting: 'BackupPlan.AdvancedBackupSettings',
        scan_setting: 'BackupPlan.ScanSettings',
        tags: 'BackupPlanTags',
      },
    },
    {
      type: 'aws_backup_selection',
      kind: 'AWS::Backup::BackupSelection',
      fields: {
        name: 'BackupSelection.SelectionName',
        plan_id: 'BackupPlanId',
        iam_role_arn: 'BackupSelection.IamRoleArn',
        resources: 'BackupSelection.Resources',
        not_resources: 'BackupSelection.NotResources',
        selection_tag: {
          path: 'BackupSelection.ListOfTags',
          fields: { ...condition, type: 'ConditionType' },
        },
        condition: {
          path: 'BackupSelection.Conditions',
          fields: {
            string_equals: { path: 'StringEquals', fields: condition },
            string_like: { path: 'StringLike', fields: condition },
            string_not_equals: { path: 'StringNotEquals', fields: condition },
            string_not_like: { path: 'StringNotLike', fields: condition },
          },
        },
      },
    },
  ],
  companions: [
    {
      type: 'aws_backup_vault_lock_configuration',
      target: ['aws_backup_vault'],
      match: ofVault.match,
      into: 'LockConfiguration',
      fields: {},
    },
    { type: 'aws_backup_vault_policy', ...ofVault, fields: { policy: 'AccessPolicy' } },
    { type: 'aws_backup_vault_notifications', ...ofVault, into: 'Notifications', fields: {} },
  ],
};
