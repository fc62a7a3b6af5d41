/** What instances and clusters of RDS share: parameters, options, subnets, global clusters, events, integrations. */
import { valuesByName } from '../changes/values-by-name.ts';
import type { ServiceTables, Target } from '../type-table.ts';

const parameters: Target = { path: 'Parameters', change: valuesByName };

export const rdsGroupTables: ServiceTables = {
  types: [
    {
      type: 'aws_db_parameter_group',
      kind: 'AWS::RDS::DBParameterGroup',
      fields: { name: 'DBParameterGroupName', parameter: parameters },
    },
    {
      type: 'aws_rds_cluster_parameter_group',
      kind: 'AWS::RDS::DBClusterParameterGroup',
      fields: { name: 'DBClusterParameterGroupName', parameter: parameters },
    },
    {
      type: 'aws_db_option_group',
      kind: 'AWS::RDS::OptionGroup',
      fields: {
        name: 'OptionGroupName',
        option: { path: 'OptionConfigurations', fields: { version: 'OptionVersion' } },
      },
    },
    {
      type: 'aws_db_subnet_group',
      kind: 'AWS::RDS::DBSubnetGroup',
      fields: { name: 'DBSubnetGroupName', description: 'DBSubnetGroupDescription' },
    },
    {
      type: 'aws_rds_global_cluster',
      kind: 'AWS::RDS::GlobalCluster',
      nameAttribute: 'global_cluster_identifier',
      fields: {},
    },
    {
      type: 'aws_db_event_subscription',
      kind: 'AWS::RDS::EventSubscription',
      fields: { name: 'SubscriptionName', sns_topic: 'SnsTopicArn' },
    },
    {
      type: 'aws_rds_integration',
      kind: 'AWS::RDS::Integration',
      nameAttribute: 'integration_name',
      fields: {},
    },
  ],
};
