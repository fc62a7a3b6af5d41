/** SNS: topics, their policies and subscriptions. */
import { asList } from '../changes/as-list.ts';
import type { ServiceTables } from '../type-table.ts';

export const snsTables: ServiceTables = {
  types: [
    {
      type: 'aws_sns_topic',
      kind: 'AWS::SNS::Topic',
      fields: { name: 'TopicName' },
      inlinePolicy: {
        attribute: 'policy',
        kind: 'AWS::SNS::TopicPolicy',
        attachedBy: 'Topics',
        document: 'PolicyDocument',
      },
    },
    {
      type: 'aws_sns_topic_policy',
      kind: 'AWS::SNS::TopicPolicy',
      fields: { arn: { path: 'Topics', change: asList }, policy: 'PolicyDocument' },
    },
    { type: 'aws_sns_topic_subscription', kind: 'AWS::SNS::Subscription', fields: {} },
  ],
};
