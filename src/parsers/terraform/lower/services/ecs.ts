/** ECS: clusters, services and task definitions; container definitions are JSON with CloudFormation's names in camel case. */
import { pairs } from '../changes/pairs.ts';
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
        alarms: 'DeploymentConfiguration.Alarms',
        deployment_circuit_breaker: 'DeploymentConfiguration.DeploymentCircuitBreaker',
        deployment_maximum_percent: 'DeploymentConfiguration.MaximumPercent',
        deployment_minimum_healthy_percent: 'DeploymentConfiguration.MinimumHealthyPercent',
        force_new_deployment: 'ForceNewDeployment.EnableForceNewDeployment',
        load_balancer: { path: 'LoadBalancers', fields: { elb_name: 'LoadBalancerName' } },
        ordered_placement_strategy: 'PlacementStrategies',
        service_connect_configuration: {
          path: 'ServiceConnectConfiguration',
          fields: {
            service: {
              path: 'Services',
              fields: {
                client_alias: 'ClientAliases',
                tls: { path: 'Tls', fields: { issuer_cert_authority: 'IssuerCertificateAuthority' } },
              },
            },
          },
        },
        volume_configuration: {
          path: 'VolumeConfigurations',
          fields: { managed_ebs_volume: { path: 'ManagedEBSVolume', fields: { size_in_gb: 'SizeInGiB' } } },
        },
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
        volume: {
          path: 'Volumes',
          fields: { host_path: 'Host.SourcePath', configure_at_launch: 'ConfiguredAtLaunch' },
        },
        inference_accelerator: null,
        proxy_configuration: {
          path: 'ProxyConfiguration',
          fields: { properties: { path: 'ProxyConfigurationProperties', change: pairs } },
        },
      },
    },
    { type: 'aws_ecs_capacity_provider', kind: 'AWS::ECS::CapacityProvider', fields: { cluster: 'ClusterName' } },
    {
      type: 'aws_ecs_task_set',
      kind: 'AWS::ECS::TaskSet',
      nameAttribute: 'external_id',
      fields: {
        network_configuration: {
          path: 'NetworkConfiguration.AwsVpcConfiguration',
          fields: {
            assign_public_ip: { path: 'AssignPublicIp', change: translate({ true: 'ENABLED', false: 'DISABLED' }) },
          },
        },
      },
    },
  ],
  companions: [
    {
      type: 'aws_ecs_cluster_capacity_providers',
      target: ['aws_ecs_cluster'],
      match: [['cluster_name', 'name']],
      fields: {
        capacity_providers: 'CapacityProviders',
        default_capacity_provider_strategy: 'DefaultCapacityProviderStrategy',
      },
    },
  ],
};
