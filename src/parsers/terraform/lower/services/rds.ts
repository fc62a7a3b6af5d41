/** RDS and Aurora: instances, clusters and the roles they may use. */
import { markSensitive } from '../../values/mark-sensitive.ts';
import { each } from '../changes/each.ts';
import { objectWith } from '../changes/object-with.ts';
import type { Fields, ServiceTables } from '../type-table.ts';

const password = { path: 'MasterUserPassword', change: markSensitive };

const instance: Fields = {
  identifier: 'DBInstanceIdentifier',
  instance_class: 'DBInstanceClass',
  username: 'MasterUsername',
  password,
  password_wo: password,
  master_user_secret_kms_key_id: 'MasterUserSecret.KmsKeyId',
  vpc_security_group_ids: 'VPCSecurityGroups',
  iam_database_authentication_enabled: 'EnableIAMDatabaseAuthentication',
  snapshot_identifier: 'DBSnapshotIdentifier',
  replicate_source_db: 'SourceDBInstanceIdentifier',
  restore_to_point_in_time: { path: '' },
  performance_insights_enabled: 'EnablePerformanceInsights',
  enabled_cloudwatch_logs_exports: 'EnableCloudwatchLogsExports',
  parameter_group_name: 'DBParameterGroupName',
  ca_cert_identifier: 'CACertificateIdentifier',
  cluster_identifier: 'DBClusterIdentifier',
  backup_window: 'PreferredBackupWindow',
  maintenance_window: 'PreferredMaintenanceWindow',
  endpoint: null,
};

export const rdsTables: ServiceTables = {
  types: [
    { type: 'aws_db_instance', kind: 'AWS::RDS::DBInstance', nameAttribute: 'identifier', fields: instance },
    { type: 'aws_rds_cluster_instance', kind: 'AWS::RDS::DBInstance', nameAttribute: 'identifier', fields: instance },
    {
      type: 'aws_rds_cluster',
      kind: 'AWS::RDS::DBCluster',
      nameAttribute: 'cluster_identifier',
      fields: {
        cluster_identifier: 'DBClusterIdentifier',
        master_password: password,
        master_password_wo: password,
        master_user_secret_kms_key_id: 'MasterUserSecret.KmsKeyId',
        iam_database_authentication_enabled: 'EnableIAMDatabaseAuthentication',
        enabled_cloudwatch_logs_exports: 'EnableCloudwatchLogsExports',
        iam_roles: { path: 'AssociatedRoles', change: each(objectWith('role_arn')) },
        restore_to_point_in_time: {
          path: '',
          fields: {
            source_cluster_identifier: 'SourceDBClusterIdentifier',
            source_cluster_resource_id: 'SourceDbClusterResourceId',
          },
        },
        endpoint: null,
        reader_endpoint: null,
      },
    },
  ],
  companions: [
    {
      type: 'aws_db_instance_role_association',
      target: ['aws_db_instance'],
      match: [['db_instance_identifier', 'identifier']],
      into: 'AssociatedRoles',
      fields: {},
    },
    {
      type: 'aws_rds_cluster_role_association',
      target: ['aws_rds_cluster'],
      match: [['db_cluster_identifier', 'cluster_identifier']],
      into: 'AssociatedRoles',
      fields: {},
    },
  ],
};
