/** IoT Core: what devices may do, which roles they get, and where rules send their messages. */
import { each } from '../changes/each.ts';
import { objectWith } from '../changes/object-with.ts';
import { translate } from '../changes/translate.ts';
import type { Fields, ServiceTables, Target } from '../type-table.ts';

const httpAction: Fields = { http_header: 'Headers' };
const kafkaAction: Fields = { header: 'Headers' };

/** Every action is a block of its own name; CloudFormation has one list of all. */
function action(name: string, fields: Fields = {}): Target {
  return { path: 'TopicRulePayload.Actions', change: each(objectWith(name)), fields };
}

export const iotTables: ServiceTables = {
  types: [
    { type: 'aws_iot_policy', kind: 'AWS::IoT::Policy', fields: { name: 'PolicyName', policy: 'PolicyDocument' } },
    {
      type: 'aws_iot_policy_attachment',
      kind: 'AWS::IoT::PolicyPrincipalAttachment',
      nameAttribute: 'policy',
      fields: { policy: 'PolicyName', target: 'Principal' },
    },
    {
      type: 'aws_iot_role_alias',
      kind: 'AWS::IoT::RoleAlias',
      nameAttribute: 'alias',
      fields: { alias: 'RoleAlias', credential_duration: 'CredentialDurationSeconds' },
    },
    { type: 'aws_iot_authorizer', kind: 'AWS::IoT::Authorizer', fields: { name: 'AuthorizerName' } },
    {
      type: 'aws_iot_ca_certificate',
      kind: 'AWS::IoT::CACertificate',
      fields: {
        active: { path: 'Status', change: translate({ true: 'ACTIVE', false: 'INACTIVE' }) },
        allow_auto_registration: {
          path: 'AutoRegistrationStatus',
          change: translate({ true: 'ENABLE', false: 'DISABLE' }),
        },
      },
    },
    {
      type: 'aws_iot_domain_configuration',
      kind: 'AWS::IoT::DomainConfiguration',
      fields: { name: 'DomainConfigurationName', status: 'DomainConfigurationStatus' },
    },
    { type: 'aws_iot_logging_options', kind: 'AWS::IoT::Logging', nameAttribute: 'role_arn', fields: {} },
    {
      type: 'aws_iot_topic_rule',
      kind: 'AWS::IoT::TopicRule',
      fields: {
        name: 'RuleName',
        description: 'TopicRulePayload.Description',
        enabled: { path: 'TopicRulePayload.RuleDisabled', change: translate({ true: false, false: true }) },
        sql: 'TopicRulePayload.Sql',
        sql_version: 'TopicRulePayload.AwsIotSqlVersion',
        cloudwatch_alarm: action('cloudwatch_alarm'),
        cloudwatch_logs: action('cloudwatch_logs'),
        cloudwatch_metric: action('cloudwatch_metric'),
        dynamodb: action('dynamodb'),
        dynamodbv2: action('dynamodbv2'),
        elasticsearch: action('elasticsearch'),
        firehose: action('firehose'),
        http: action('http', { http: { path: 'Http', fields: httpAction } }),
        iot_analytics: action('iot_analytics'),
        iot_events: action('iot_events'),
        kafka: action('kafka', { kafka: { path: 'Kafka', fields: kafkaAction } }),
        kinesis: action('kinesis'),
        lambda: action('lambda'),
        republish: action('republish'),
        s3: action('s3'),
        sns: action('sns'),
        sqs: action('sqs'),
        step_functions: action('step_functions'),
        timestream: action('timestream'),
        error_action: {
          path: 'TopicRulePayload.ErrorAction',
          fields: { http: { path: 'Http', fields: httpAction }, kafka: { path: 'Kafka', fields: kafkaAction } },
        },
      },
    },
  ],
};
