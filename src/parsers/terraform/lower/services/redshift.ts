/** Redshift: clusters and serverless, with the parameters, logs, policies and roles that are set beside them. */
import { markSensitive } from '../../values/mark-sensitive.ts';
import { whenEnabled } from '../changes/when-enabled.ts';
import type { ServiceTables } from '../type-table.ts';

const password = { path: 'MasterUserPassword', change: markSensitive };
const adminPassword = { path: 'AdminUserPassword', change: markSensitive };

export const redshiftTables: ServiceTables = {
  types: [
    {
      type: 'aws_redshift_cluster',
      kind: 'AWS::Redshift::Cluster',
      nameAttribute: 'cluster_identifier',
      fields: {
        database_name: 'DBName',
        master_password: password,
        master_password_wo: password,
        availability_zone_relocation_enabled: 'AvailabilityZoneRelocation',
        endpoint: null,
        logging: { path: 'LoggingProperties', change: whenEnabled('enable', false), fields: { enable: null } },
        snapshot_copy: {
          path: '',
          fields: {
            retention_period: 'SnapshotCopyRetentionPeriod',
            grant_name: 'SnapshotCopyGrantName',
          },
        },
      },
    },
    {
      type: 'aws_redshift_parameter_group',
      kind: 'AWS::Redshift::ClusterParameterGroup',
      fields: {
        name: 'ParameterGroupName',
        family: 'ParameterGroupFamily',
        parameter: { path: 'Parameters', fields: { name: 'ParameterName', value: 'ParameterValue' } },
      },
    },
    { type: 'aws_redshift_subnet_group', kind: 'AWS::Redshift::ClusterSubnetGroup', fields: {} },
    {
      type: 'aws_redshift_endpoint_access',
      kind: 'AWS::Redshift::EndpointAccess',
      nameAttribute: 'endpoint_name',
      fields: {},
    },
    {
      type: 'aws_redshift_endpoint_authorization',
      kind: 'AWS::Redshift::EndpointAuthorization',
      nameAttribute: 'cluster_identifier',
      fields: { force_delete: 'Force' },
    },
    {
      type: 'aws_redshift_event_subscription',
      kind: 'AWS::Redshift::EventSubscription',
      fields: { name: 'SubscriptionName' },
    },
    {
      type: 'aws_redshiftserverless_namespace',
      kind: 'AWS::RedshiftServerless::Namespace',
      nameAttribute: 'namespace_name',
      fields: { admin_user_password: adminPassword, admin_user_password_wo: adminPassword },
    },
    {
      type: 'aws_redshiftserverless_workgroup',
      kind: 'AWS::RedshiftServerless::Workgroup',
      nameAttribute: 'workgroup_name',
      fields: {
        price_performance_target: { path: 'PricePerformanceTarget', fields: { enabled: null } },
        endpoint: null,
      },
    },
  ],
  companions: [
    {
      type: 'aws_redshift_logging',
      target: ['aws_redshift_cluster'],
      match: [['cluster_identifier', 'cluster_identifier']],
      into: 'LoggingProperties',
      fields: {},
    },
    {
      type: 'aws_redshift_snapshot_copy',
      target: ['aws_redshift_cluster'],
      match: [['cluster_identifier', 'cluster_identifier']],
      fields: {
        destination_region: 'DestinationRegion',
        retention_period: 'SnapshotCopyRetentionPeriod',
        snapshot_copy_grant_name: 'SnapshotCopyGrantName',
      },
    },
    {
      type: 'aws_redshift_cluster_iam_roles',
      target: ['aws_redshift_cluster'],
      match: [['cluster_identifier', 'cluster_identifier']],
      fields: { iam_role_arns: 'IamRoles' },
    },
    {
      type: 'aws_redshift_resource_policy',
      target: ['aws_redshift_cluster'],
      match: [['resource_arn', 'arn']],
      fields: { policy: 'NamespaceResourcePolicy' },
    },
    {
      type: 'aws_redshiftserverless_resource_policy',
      target: ['aws_redshiftserverless_namespace'],
      match: [['resource_arn', 'arn']],
      fields: { policy: 'NamespaceResourcePolicy' },
    },
  ],
};
