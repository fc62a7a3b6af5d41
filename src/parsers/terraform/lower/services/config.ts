/** AWS Config: what is recorded, where it is delivered, which rules judge it, and who gathers it. */
import type { Fields, ServiceTables } from '../type-table.ts';

const source: Fields = { all_regions: 'AllAwsRegions', regions: 'AwsRegions' };

export const configTables: ServiceTables = {
  types: [
    { type: 'aws_config_configuration_recorder', kind: 'AWS::Config::ConfigurationRecorder', fields: {} },
    {
      type: 'aws_config_delivery_channel',
      kind: 'AWS::Config::DeliveryChannel',
      fields: { snapshot_delivery_properties: 'ConfigSnapshotDeliveryProperties' },
    },
    {
      type: 'aws_config_configuration_aggregator',
      kind: 'AWS::Config::ConfigurationAggregator',
      fields: {
        name: 'ConfigurationAggregatorName',
        account_aggregation_source: { path: 'AccountAggregationSources', fields: source },
        organization_aggregation_source: { path: 'OrganizationAggregationSource', fields: source },
      },
    },
    {
      type: 'aws_config_aggregate_authorization',
      kind: 'AWS::Config::AggregationAuthorization',
      nameAttribute: 'account_id',
      fields: { account_id: 'AuthorizedAccountId' },
    },
    { type: 'aws_config_config_rule', kind: 'AWS::Config::ConfigRule', fields: { name: 'ConfigRuleName' } },
    {
      type: 'aws_config_conformance_pack',
      kind: 'AWS::Config::ConformancePack',
      fields: { name: 'ConformancePackName', input_parameter: 'ConformancePackInputParameters' },
    },
  ],
  companions: [
    {
      type: 'aws_config_configuration_recorder_status',
      target: ['aws_config_configuration_recorder'],
      match: [['name', 'name']],
      fields: { is_enabled: 'StartedOnCreate' },
    },
  ],
};
