/** DynamoDB beside tables: legacy global tables, where changes of a table are streamed to, and DAX clusters. */
import { valuesByName } from '../changes/values-by-name.ts';
import type { ServiceTables } from '../type-table.ts';

export const dynamodbTables: ServiceTables = {
  types: [
    {
      type: 'aws_dynamodb_global_table',
      kind: 'AWS::DynamoDB::GlobalTable',
      fields: { name: 'TableName', replica: { path: 'Replicas', fields: { region_name: 'Region' } } },
    },
    {
      type: 'aws_dax_cluster',
      kind: 'AWS::DAX::Cluster',
      nameAttribute: 'cluster_name',
      fields: {
        server_side_encryption: { path: 'SSESpecification', fields: { enabled: 'SSEEnabled' } },
        maintenance_window: 'PreferredMaintenanceWindow',
      },
    },
    {
      type: 'aws_dax_parameter_group',
      kind: 'AWS::DAX::ParameterGroup',
      fields: { name: 'ParameterGroupName', parameters: { path: 'ParameterNameValues', change: valuesByName } },
    },
    { type: 'aws_dax_subnet_group', kind: 'AWS::DAX::SubnetGroup', fields: { name: 'SubnetGroupName' } },
  ],
  companions: [
    {
      type: 'aws_dynamodb_kinesis_streaming_destination',
      target: ['aws_dynamodb_table'],
      match: [['table_name', 'name']],
      into: 'KinesisStreamSpecification',
      fields: {},
    },
  ],
};
