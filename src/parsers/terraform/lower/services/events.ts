/** EventBridge, CloudWatch and Step Functions. */
import { asList } from '../changes/as-list.ts';
import { chain } from '../changes/chain.ts';
import { objectWith } from '../changes/object-with.ts';
import { translate } from '../changes/translate.ts';
import type { ServiceTables, Target } from '../type-table.ts';

const logDestination: Target = {
  path: 'Destinations',
  change: chain(objectWith('log_group_arn'), objectWith('cloud_watch_logs_log_group'), asList),
};

export const eventsTables: ServiceTables = {
  types: [
    {
      type: 'aws_cloudwatch_event_rule',
      kind: 'AWS::Events::Rule',
      fields: { is_enabled: { path: 'State', change: translate({ true: 'ENABLED', false: 'DISABLED' }) } },
    },
    { type: 'aws_cloudwatch_event_bus', kind: 'AWS::Events::EventBus', fields: {} },
    { type: 'aws_cloudwatch_event_bus_policy', kind: 'AWS::Events::EventBusPolicy', fields: { policy: 'Statement' } },
    { type: 'aws_cloudwatch_log_group', kind: 'AWS::Logs::LogGroup', fields: { name: 'LogGroupName' } },
    {
      type: 'aws_cloudwatch_metric_alarm',
      kind: 'AWS::CloudWatch::Alarm',
      nameAttribute: 'alarm_name',
      fields: { dimensions: null, metric_query: null },
    },
    {
      type: 'aws_sfn_state_machine',
      kind: 'AWS::StepFunctions::StateMachine',
      fields: {
        name: 'StateMachineName',
        definition: 'DefinitionString',
        type: 'StateMachineType',
        logging_configuration: { path: 'LoggingConfiguration', fields: { log_destination: logDestination } },
      },
    },
  ],
  companions: [
    {
      type: 'aws_cloudwatch_event_target',
      target: ['aws_cloudwatch_event_rule'],
      match: [
        ['rule', 'name'],
        ['event_bus_name', 'event_bus_name'],
      ],
      into: 'Targets',
      fields: {
        arn: 'Arn',
        target_id: 'Id',
        ecs_target: null,
        batch_target: null,
        kinesis_target: null,
        http_target: null,
        input_transformer: null,
        run_command_targets: null,
        redshift_target: null,
        sqs_target: null,
        sagemaker_pipeline_target: null,
        appsync_target: null,
      },
    },
  ],
};
