/** Kinesis beside streams: consumers, policies, video and what computes on streams. */
import type { ServiceTables } from '../type-table.ts';

export const streamTables: ServiceTables = {
  types: [
    {
      type: 'aws_kinesis_stream_consumer',
      kind: 'AWS::Kinesis::StreamConsumer',
      fields: { name: 'ConsumerName' },
    },
    {
      type: 'aws_kinesis_resource_policy',
      kind: 'AWS::Kinesis::ResourcePolicy',
      nameAttribute: 'resource_arn',
      fields: { policy: 'ResourcePolicy' },
    },
    { type: 'aws_kinesis_video_stream', kind: 'AWS::KinesisVideo::Stream', fields: {} },
    {
      type: 'aws_kinesisanalyticsv2_application',
      kind: 'AWS::KinesisAnalyticsV2::Application',
      fields: { name: 'ApplicationName', description: 'ApplicationDescription' },
    },
  ],
};
