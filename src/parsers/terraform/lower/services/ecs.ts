/** ECS: clusters, services and task definitions; container definitions are JSON with CloudFormation's names in camel case. */
import { translate } from '../attribute-changes.ts';
import type { ServiceTables } from '../type-table.ts';

export const ecsTables: ServiceTables = {
  types: [
    {
      type: 'aws_ecs_cluster',
      kind: 'AWS::ECS::Cluster',
      fields: { name: 'ClusterName', setting: 'ClusterSettings', service_connect_defaults: 'ServiceConnectDefaults' },
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
