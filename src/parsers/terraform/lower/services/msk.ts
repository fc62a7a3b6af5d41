/** MSK: clusters, who may log in, and what connects to them. */
import { asList } from '../changes/as-list.ts';
import { objectWith } from '../changes/object-with.ts';
import type { Fields, ServiceTables, Target } from '../type-table.ts';

const switchOf = (path: string): Target => ({ path, change: objectWith('enabled') });
const sasl: Target = { path: 'Sasl', fields: { iam: switchOf('Iam'), scram: switchOf('Scram') } };

const vpcConnectivity: Fields = {
  client_authentication: { path: 'ClientAuthentication', fields: { sasl, tls: switchOf('Tls') } },
};

export const mskTables: ServiceTables = {
  types: [
    {
      type: 'aws_msk_cluster',
      kind: 'AWS::MSK::Cluster',
      nameAttribute: 'cluster_name',
      fields: {
        broker_node_group_info: {
          path: 'BrokerNodeGroupInfo',
          fields: {
            az_distribution: 'BrokerAZDistribution',
            connectivity_info: {
              path: 'ConnectivityInfo',
              fields: { vpc_connectivity: { path: 'VpcConnectivity', fields: vpcConnectivity } },
            },
          },
        },
        client_authentication: {
          path: 'ClientAuthentication',
          fields: {
            unauthenticated: switchOf('Unauthenticated'),
            sasl,
            tls: { path: 'Tls', fields: { certificate_authority_arns: 'CertificateAuthorityArnList' } },
          },
        },
        encryption_info: {
          path: 'EncryptionInfo',
          fields: { encryption_at_rest_kms_key_arn: 'EncryptionAtRest.DataVolumeKMSKeyId' },
        },
        current_version: null,
      },
    },
    {
      type: 'aws_msk_serverless_cluster',
      kind: 'AWS::MSK::ServerlessCluster',
      nameAttribute: 'cluster_name',
      fields: { vpc_config: { path: 'VpcConfigs', fields: { security_group_ids: 'SecurityGroups' } } },
    },
    {
      type: 'aws_msk_configuration',
      kind: 'AWS::MSK::Configuration',
      fields: { kafka_versions: 'KafkaVersionsList', latest_revision: null },
    },
    {
      type: 'aws_msk_scram_secret_association',
      kind: 'AWS::MSK::BatchScramSecret',
      nameAttribute: 'cluster_arn',
      fields: {},
    },
    {
      type: 'aws_msk_single_scram_secret_association',
      kind: 'AWS::MSK::BatchScramSecret',
      nameAttribute: 'cluster_arn',
      fields: { secret_arn: { path: 'SecretArnList', change: asList } },
    },
    { type: 'aws_msk_cluster_policy', kind: 'AWS::MSK::ClusterPolicy', nameAttribute: 'cluster_arn', fields: {} },
    {
      type: 'aws_msk_vpc_connection',
      kind: 'AWS::MSK::VpcConnection',
      nameAttribute: 'target_cluster_arn',
      fields: {},
    },
    {
      type: 'aws_mskconnect_connector',
      kind: 'AWS::KafkaConnect::Connector',
      fields: {
        name: 'ConnectorName',
        description: 'ConnectorDescription',
        plugin: {
          path: 'Plugins',
          fields: { custom_plugin: { path: 'CustomPlugin', fields: { arn: 'CustomPluginArn' } } },
        },
        worker_configuration: { path: 'WorkerConfiguration', fields: { arn: 'WorkerConfigurationArn' } },
      },
    },
  ],
};
