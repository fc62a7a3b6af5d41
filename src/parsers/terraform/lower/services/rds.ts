/** RDS and Aurora: instances and clusters. */
import type { Fields, ServiceTables } from '../type-table.ts';

const instance: Fields = {
  identifier: 'DBInstanceIdentifier',
  instance_class: 'DBInstanceClass',
  username: 'MasterUsername',
  password: 'MasterUserPassword',
  vpc_security_group_ids: 'VPCSecurityGroups',
  iam_database_authentication_enabled: 'EnableIAMDatabaseAuthentication',
  snapshot_identifier: 'DBSnapshotIdentifier',
  replicate_source_db: 'SourceDBInstanceIdentifier',
  performance_insights_enabled: 'EnablePerformanceInsights',
  enabled_cloudwatch_logs_exports: 'EnableCloudwatchLogsExports',
  parameter_group_name: 'DBParameterGroupName',
  ca_cert_identifier: 'CACertificateIdentifier',
  cluster_identifier: 'DBClusterIdentifier',
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
        master_password: 'MasterUserPassword',
        iam_database_authentication_enabled: 'EnableIAMDatabaseAuthentication',
        enabled_cloudwatch_logs_exports: 'EnableCloudwatchLogsExports',
        endpoint: null,
        reader_endpoint: null,
      },
    },
  ],
};
