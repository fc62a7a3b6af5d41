/** ElastiCache beside replication groups: clusters, serverless caches, users and the groups they use. */
import { markSensitive } from '../../values/mark-sensitive.ts';
import { each } from '../changes/each.ts';
import { valuesByName } from '../changes/values-by-name.ts';
import type { ServiceTables } from '../type-table.ts';

export const elasticacheTables: ServiceTables = {
  types: [
    {
      type: 'aws_elasticache_cluster',
      kind: 'AWS::ElastiCache::CacheCluster',
      nameAttribute: 'cluster_id',
      fields: {
        cluster_id: 'ClusterName',
        node_type: 'CacheNodeType',
        parameter_group_name: 'CacheParameterGroupName',
        subnet_group_name: 'CacheSubnetGroupName',
        security_group_ids: 'VpcSecurityGroupIds',
        availability_zone: 'PreferredAvailabilityZone',
        maintenance_window: 'PreferredMaintenanceWindow',
      },
    },
    {
      type: 'aws_elasticache_serverless_cache',
      kind: 'AWS::ElastiCache::ServerlessCache',
      fields: { name: 'ServerlessCacheName', endpoint: null, reader_endpoint: null },
    },
    {
      type: 'aws_elasticache_user',
      kind: 'AWS::ElastiCache::User',
      nameAttribute: 'user_id',
      fields: {
        passwords: { path: 'Passwords', change: each(markSensitive) },
        authentication_mode: {
          path: 'AuthenticationMode',
          fields: { passwords: { path: 'Passwords', change: each(markSensitive) } },
        },
      },
    },
    {
      type: 'aws_elasticache_user_group',
      kind: 'AWS::ElastiCache::UserGroup',
      nameAttribute: 'user_group_id',
      fields: {},
    },
    {
      type: 'aws_elasticache_parameter_group',
      kind: 'AWS::ElastiCache::ParameterGroup',
      fields: { family: 'CacheParameterGroupFamily', parameter: { path: 'Properties', change: valuesByName } },
    },
    {
      type: 'aws_elasticache_subnet_group',
      kind: 'AWS::ElastiCache::SubnetGroup',
      fields: { name: 'CacheSubnetGroupName' },
    },
  ],
  companions: [
    {
      type: 'aws_elasticache_user_group_association',
      target: ['aws_elasticache_user_group'],
      match: [['user_group_id', 'user_group_id']],
      fields: {},
      append: { user_id: ['UserIds'] },
    },
  ],
};
