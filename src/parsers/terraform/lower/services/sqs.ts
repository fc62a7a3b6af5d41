/** SQS: queues and their policies. */
import { asList } from '../changes/as-list.ts';
import type { ServiceTables } from '../type-table.ts';

export const sqsTables: ServiceTables = {
  types: [
    {
      type: 'aws_sqs_queue',
      kind: 'AWS::SQS::Queue',
      fields: {
        name: 'QueueName',
        visibility_timeout_seconds: 'VisibilityTimeout',
        message_retention_seconds: 'MessageRetentionPeriod',
        max_message_size: 'MaximumMessageSize',
        receive_wait_time_seconds: 'ReceiveMessageWaitTimeSeconds',
      },
      inlinePolicy: {
        attribute: 'policy',
        kind: 'AWS::SQS::QueuePolicy',
        attachedBy: 'Queues',
        document: 'PolicyDocument',
      },
    },
    {
      type: 'aws_sqs_queue_policy',
      kind: 'AWS::SQS::QueuePolicy',
      fields: { queue_url: { path: 'Queues', change: asList }, policy: 'PolicyDocument' },
    },
  ],
};
