/** Systems Manager beside parameters: documents, what runs them when, patches, and where inventories go. */
import { asList } from '../changes/as-list.ts';
import { objectWith } from '../changes/object-with.ts';
import type { ServiceTables } from '../type-table.ts';

export const systemsManagerTables: ServiceTables = {
  types: [
    {
      type: 'aws_ssm_document',
      kind: 'AWS::SSM::Document',
      fields: { attachments_source: 'Attachments' },
    },
    {
      type: 'aws_ssm_association',
      kind: 'AWS::SSM::Association',
      nameAttribute: 'association_name',
      fields: {
        parameters: null,
        output_location: {
          path: 'OutputLocation.S3Location',
          fields: {
            s3_bucket_name: 'OutputS3BucketName',
            s3_key_prefix: 'OutputS3KeyPrefix',
            s3_region: 'OutputS3Region',
          },
        },
      },
    },
    { type: 'aws_ssm_maintenance_window', kind: 'AWS::SSM::MaintenanceWindow', fields: {} },
    { type: 'aws_ssm_maintenance_window_target', kind: 'AWS::SSM::MaintenanceWindowTarget', fields: {} },
    {
      type: 'aws_ssm_maintenance_window_task',
      kind: 'AWS::SSM::MaintenanceWindowTask',
      fields: {
        task_invocation_parameters: {
          path: 'TaskInvocationParameters',
          fields: {
            automation_parameters: 'MaintenanceWindowAutomationParameters',
            lambda_parameters: 'MaintenanceWindowLambdaParameters',
            run_command_parameters: {
              path: 'MaintenanceWindowRunCommandParameters',
              fields: { output_s3_bucket: 'OutputS3BucketName', cloudwatch_config: 'CloudWatchOutputConfig' },
            },
            step_functions_parameters: 'MaintenanceWindowStepFunctionsParameters',
          },
        },
      },
    },
    {
      type: 'aws_ssm_patch_baseline',
      kind: 'AWS::SSM::PatchBaseline',
      fields: {
        approval_rule: {
          path: 'ApprovalRules.PatchRules',
          fields: { patch_filter: { path: 'PatchFilterGroup.PatchFilters', change: asList } },
        },
        global_filter: { path: 'GlobalFilters', change: (value) => objectWith('patch_filters')(asList(value)) },
      },
    },
    {
      type: 'aws_ssm_resource_data_sync',
      kind: 'AWS::SSM::ResourceDataSync',
      fields: {
        name: 'SyncName',
        s3_destination: {
          path: 'S3Destination',
          fields: { prefix: 'BucketPrefix', region: 'BucketRegion', kms_key_arn: 'KMSKeyArn' },
        },
      },
    },
  ],
};
