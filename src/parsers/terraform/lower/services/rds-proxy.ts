/** RDS proxies: who may log in through one, what it stands in front of, and where it is reached. */
import { asList } from '../changes/as-list.ts';
import type { ServiceTables } from '../type-table.ts';

export const rdsProxyTables: ServiceTables = {
  types: [
    {
      type: 'aws_db_proxy',
      kind: 'AWS::RDS::DBProxy',
      fields: { name: 'DBProxyName', auth: { path: 'Auth', fields: { username: null } } },
    },
    {
      type: 'aws_db_proxy_default_target_group',
      kind: 'AWS::RDS::DBProxyTargetGroup',
      nameAttribute: 'db_proxy_name',
      fields: { connection_pool_config: 'ConnectionPoolConfigurationInfo' },
    },
    {
      type: 'aws_db_proxy_target',
      kind: 'AWS::RDS::DBProxyTargetGroup',
      nameAttribute: 'db_proxy_name',
      fields: {
        db_cluster_identifier: { path: 'DBClusterIdentifiers', change: asList },
        db_instance_identifier: { path: 'DBInstanceIdentifiers', change: asList },
      },
    },
    {
      type: 'aws_db_proxy_endpoint',
      kind: 'AWS::RDS::DBProxyEndpoint',
      nameAttribute: 'db_proxy_endpoint_name',
      fields: {},
    },
  ],
};
