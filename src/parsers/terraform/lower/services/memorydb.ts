/** MemoryDB: clusters, the users and access lists that open them, and the groups they use. */
import { markSensitive } from '../../values/mark-sensitive.ts';
import { each } from '../changes/each.ts';
import { valuesByName } from '../changes/values-by-name.ts';
import type { ServiceTables } from '../type-table.ts';

export const memorydbTables: ServiceTables = {
  types: [
    {
      type: 'aws_memorydb_cluster',
      kind: 'AWS::MemoryDB::Cluster',
      fields: { name: 'ClusterName', kms_key_arn: 'KmsKeyId', cluster_endpoint: null },
    },
    { type: 'aws_memorydb_acl', kind: 'AWS::MemoryDB::ACL', fields: { name: 'ACLName' } },
    {
      type: 'aws_memorydb_user',
      kind: 'AWS::MemoryDB::User',
      nameAttribute: 'user_name',
      fields: {
        authentication_mode: {
          path: 'AuthenticationMode',
          fields: { passwords: { path: 'Passwords', change: each(markSensitive) } },
        },
      },
    },
    {
      type: 'aws_memorydb_parameter_group',
      kind: 'AWS::MemoryDB::ParameterGroup',
      fields: { name: 'ParameterGroupName', parameter: { path: 'Parameters', change: valuesByName } },
    },
    { type: 'aws_memorydb_subnet_group', kind: 'AWS::MemoryDB::SubnetGroup', fields: { name: 'SubnetGroupName' } },
  ],
};
