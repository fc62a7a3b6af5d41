/** What is set beside queues and topics: dead-letter queues and what may leave a topic. */
import type { ServiceTables } from '../type-table.ts';

export const messagingTables: ServiceTables = {
  types: [],
  companions: [
    {
      type: 'aws_sqs_queue_redrive_policy',
      target: ['aws_sqs_queue'],
      match: [['queue_url', 'url']],
      fields: { redrive_policy: 'RedrivePolicy' },
    },
    {
      type: 'aws_sqs_queue_redrive_allow_policy',
      target: ['aws_sqs_queue'],
      match: [['queue_url', 'url']],
      fields: { redrive_allow_policy: 'RedriveAllowPolicy' },
    },
    {
      type: 'aws_sns_topic_data_protection_policy',
      target: ['aws_sns_topic'],
      match: [['arn', 'arn']],
      fields: { policy: 'DataProtectionPolicy' },
    },
  ],
};
