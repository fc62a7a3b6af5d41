/** ECS: clusters, services and task definitions; container definitions are JSON with CloudFormation's names in camel case. */
import { translate } from '../changes/translate.ts';
import type { ServiceTables } from '../type-table.ts';

export const ecsTables: ServiceTables = {
  types: [
    {
      type: 'aws_ecs_cluster',
      kind: 'AWS::ECS::Cluster',
      fields: {
        name: 'ClusterName',
        setting: 'ClusterSettings',
        configuration: {
          path: 'Configuration',
          fields: {
            execute_command_configuration: {
              path: 'ExecuteCommandConfiguration',
              fields: {
                log_configuration: {
                  path: 'LogConfiguration',
                  fields: { s3_bucket_encryption_enabled: 'S3EncryptionEnabled' },
                },
              },
            },
          },
        },
      },
    },
    {
      type: 'aws_ecs_service',
      kind: 'AWS::ECS::Service',
      fields: {
        name: 'ServiceName',
        iam_role: 'Role',
        network_configuration: {
          path: 'NetworkConfiguration.AwsvpcConfiguration',
          fields: {
            assign_public_ip: {
              path: 'AssignPublicIp',
              change: translate({ true: 'ENABLED', false: 'DISABLED' }),
            },
          },
        },
        alarms: null,
        triggers: null,
      },
    },
    {
      type: 'aws_ecs_task_definition',
      kind: 'AWS::ECS::TaskDefinition',
      nameAttribute: 'family',
      jsonAttribute: 'container_definitions',
      fields: {
        container_definitions: 'ContainerDefinitions',
        volume: { path: 'Volumes', fields: { host_path: 'Host.SourcePath' } },
        inference_accelerator: null,
        proxy_configuration: null,
      },
    },
  ],
};
