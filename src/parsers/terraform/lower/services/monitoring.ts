/** What watches: event data stores, composite alarms, metric streams, canaries, and who may read across accounts. */
import { translate } from '../changes/translate.ts';
import type { ServiceTables } from '../type-table.ts';

export const monitoringTables: ServiceTables = {
  types: [
    {
      type: 'aws_cloudtrail_event_data_store',
      kind: 'AWS::CloudTrail::EventDataStore',
      fields: { suspend: { path: 'IngestionEnabled', change: translate({ true: false, false: true }) } },
    },
    {
      type: 'aws_cloudwatch_composite_alarm',
      kind: 'AWS::CloudWatch::CompositeAlarm',
      nameAttribute: 'alarm_name',
      fields: {
        actions_suppressor: {
          path: '',
          fields: {
            alarm: 'ActionsSuppressor',
            extension_period: 'ActionsSuppressorExtensionPeriod',
            wait_period: 'ActionsSuppressorWaitPeriod',
          },
        },
      },
    },
    { type: 'aws_cloudwatch_metric_stream', kind: 'AWS::CloudWatch::MetricStream', fields: {} },
    {
      type: 'aws_synthetics_canary',
      kind: 'AWS::Synthetics::Canary',
      fields: {
        handler: 'Code.Handler',
        s3_bucket: 'Code.S3Bucket',
        s3_key: 'Code.S3Key',
        s3_version: 'Code.S3ObjectVersion',
        start_canary: 'StartCanaryAfterCreation',
      },
    },
    { type: 'aws_oam_sink', kind: 'AWS::Oam::Sink', fields: {} },
    { type: 'aws_oam_link', kind: 'AWS::Oam::Link', nameAttribute: 'sink_identifier', fields: {} },
    { type: 'aws_grafana_workspace', kind: 'AWS::Grafana::Workspace', fields: {} },
    { type: 'aws_prometheus_workspace', kind: 'AWS::APS::Workspace', nameAttribute: 'alias', fields: {} },
  ],
  companions: [
    {
      type: 'aws_oam_sink_policy',
      target: ['aws_oam_sink'],
      match: [['sink_identifier', 'arn']],
      fields: { policy: 'Policy' },
    },
  ],
};
