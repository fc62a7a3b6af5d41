/** Neptune: clusters, instances, graphs and the groups they use. */
import { each } from '../changes/each.ts';
import { objectWith } from '../changes/object-with.ts';
import { valuesByName } from '../changes/values-by-name.ts';
import type { ServiceTables, Target } from '../type-table.ts';

const parameters: Target = { path: 'Parameters', change: valuesByName };

export const neptuneTables: ServiceTables = {
  types: [
    {
      type: 'aws_neptune_cluster',
      kind: 'AWS::Neptune::DBCluster',
      nameAttribute: 'cluster_identifier',
      fields: {
        cluster_identifier: 'DBClusterIdentifier',
        iam_database_authentication_enabled: 'IamAuthEnabled',
        iam_roles: { path: 'AssociatedRoles', change: each(objectWith('role_arn')) },
        kms_key_arn: 'KmsKeyId',
        neptune_cluster_parameter_group_name: 'DBClusterParameterGroupName',
        neptune_instance_parameter_group_name: 'DBInstanceParameterGroupName',
        neptune_subnet_group_name: 'DBSubnetGroupName',
        port: 'DBPort',
        replication_source_identifier: 'SourceDBClusterIdentifier',
        serverless_v2_scaling_configuration: 'ServerlessScalingConfiguration',
        endpoint: null,
        reader_endpoint: null,
      },
    },
    {
      type: 'aws_neptune_cluster_instance',
      kind: 'AWS::Neptune::DBInstance',
      nameAttribute: 'identifier',
      fields: {
        identifier: 'DBInstanceIdentifier',
        cluster_identifier: 'DBClusterIdentifier',
        instance_class: 'DBInstanceClass',
        neptune_parameter_group_name: 'DBParameterGroupName',
        neptune_subnet_group_name: 'DBSubnetGroupName',
        endpoint: null,
      },
    },
    {
      type: 'aws_neptune_cluster_parameter_group',
      kind: 'AWS::Neptune::DBClusterParameterGroup',
      fields: { parameter: parameters },
    },
    {
      type: 'aws_neptune_parameter_group',
      kind: 'AWS::Neptune::DBParameterGroup',
      fields: { parameter: parameters },
    },
    {
      type: 'aws_neptune_subnet_group',
      kind: 'AWS::Neptune::DBSubnetGroup',
      fields: { name: 'DBSubnetGroupName', description: 'DBSubnetGroupDescription' },
    },
    {
      type: 'aws_neptunegraph_graph',
      kind: 'AWS::NeptuneGraph::Graph',
      nameAttribute: 'graph_name',
      fields: { endpoint: null },
    },
  ],
};
