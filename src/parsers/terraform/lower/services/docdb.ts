/** DocumentDB: clusters, instances, elastic clusters and the groups they use. */
import { markSensitive } from '../../values/mark-sensitive.ts';
import { valuesByName } from '../changes/values-by-name.ts';
import type { ServiceTables } from '../type-table.ts';

const password = { path: 'MasterUserPassword', change: markSensitive };

export const docdbTables: ServiceTables = {
  types: [
    {
      type: 'aws_docdb_cluster',
      kind: 'AWS::DocDB::DBCluster',
      nameAttribute: 'cluster_identifier',
      fields: {
        cluster_identifier: 'DBClusterIdentifier',
        master_password: password,
        master_password_wo: password,
        enabled_cloudwatch_logs_exports: 'EnableCloudwatchLogsExports',
        restore_to_point_in_time: {
          path: '',
          fields: { source_cluster_identifier: 'SourceDBClusterIdentifier' },
        },
        endpoint: null,
        reader_endpoint: null,
      },
    },
    {
      type: 'aws_docdb_cluster_instance',
      kind: 'AWS::DocDB::DBInstance',
      nameAttribute: 'identifier',
      fields: {
        identifier: 'DBInstanceIdentifier',
        cluster_identifier: 'DBClusterIdentifier',
        instance_class: 'DBInstanceClass',
        ca_cert_identifier: 'CACertificateIdentifier',
        endpoint: null,
      },
    },
    {
      type: 'aws_docdb_cluster_parameter_group',
      kind: 'AWS::DocDB::DBClusterParameterGroup',
      fields: { parameter: { path: 'Parameters', change: valuesByName } },
    },
    {
      type: 'aws_docdb_subnet_group',
      kind: 'AWS::DocDB::DBSubnetGroup',
      fields: { name: 'DBSubnetGroupName', description: 'DBSubnetGroupDescription' },
    },
    {
      type: 'aws_docdbelastic_cluster',
      kind: 'AWS::DocDBElastic::Cluster',
      fields: { name: 'ClusterName', admin_user_password: { path: 'AdminUserPassword', change: markSensitive } },
    },
  ],
};
