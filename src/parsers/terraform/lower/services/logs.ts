/** CloudWatch Logs beside groups: filters, destinations of other accounts, deliveries, and policies of each. */
import { asList } from '../changes/as-list.ts';
import type { ServiceTables } from '../type-table.ts';

export const logsTables: ServiceTables = {
  types: [
    { type: 'aws_cloudwatch_log_destination', kind: 'AWS::Logs::Destination', fields: { name: 'DestinationName' } },
    {
      type: 'aws_cloudwatch_log_resource_policy',
      kind: 'AWS::Logs::ResourcePolicy',
      nameAttribute: 'policy_name',
      fields: {},
    },
    {
      type: 'aws_cloudwatch_log_account_policy',
      kind: 'AWS::Logs::AccountPolicy',
      nameAttribute: 'policy_name',
      fields: {},
    },
    {
      type: 'aws_cloudwatch_log_metric_filter',
      kind: 'AWS::Logs::MetricFilter',
      fields: {
        name: 'FilterName',
        pattern: 'FilterPattern',
        metric_transformation: {
          path: 'MetricTransformations',
          change: asList,
          fields: { name: 'MetricName', namespace: 'MetricNamespace', value: 'MetricValue', dimensions: null },
        },
      },
    },
    {
      type: 'aws_cloudwatch_log_subscription_filter',
      kind: 'AWS::Logs::SubscriptionFilter',
      fields: { name: 'FilterName' },
    },
    {
      type: 'aws_cloudwatch_log_delivery',
      kind: 'AWS::Logs::Delivery',
      nameAttribute: 'delivery_source_name',
      fields: {
        s3_delivery_configuration: {
          path: '',
          fields: { enable_hive_compatible_path: 'S3EnableHiveCompatiblePath', suffix_path: 'S3SuffixPath' },
        },
      },
    },
    { type: 'aws_cloudwatch_log_delivery_source', kind: 'AWS::Logs::DeliverySource', fields: {} },
    {
      type: 'aws_cloudwatch_log_delivery_destination',
      kind: 'AWS::Logs::DeliveryDestination',
      fields: { delivery_destination_configuration: { path: '' } },
    },
  ],
  companions: [
    {
      type: 'aws_cloudwatch_log_destination_policy',
      target: ['aws_cloudwatch_log_destination'],
      match: [['destination_name', 'name']],
      fields: { access_policy: 'DestinationPolicy' },
    },
    {
      type: 'aws_cloudwatch_log_delivery_destination_policy',
      target: ['aws_cloudwatch_log_delivery_destination'],
      match: [['delivery_destination_name', 'name']],
      into: 'DeliveryDestinationPolicy',
      fields: {},
    },
    {
      type: 'aws_cloudwatch_log_data_protection_policy',
      target: ['aws_cloudwatch_log_group'],
      match: [['log_group_name', 'name']],
      fields: { policy_document: 'DataProtectionPolicy' },
    },
  ],
};
