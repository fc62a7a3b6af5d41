/** EventBridge, CloudWatch and Step Functions. */
import { asList } from '../changes/as-list.ts';
import { chain } from '../changes/chain.ts';
import { objectWith } from '../changes/object-with.ts';
import { pairs } from '../changes/pairs.ts';
import { translate } from '../changes/translate.ts';
import type { Fields, ServiceTables, Target } from '../type-table.ts';

const logDestination: Target = {
  path: 'Destinations',
  change: chain(objectWith('log_group_arn'), objectWith('cloud_watch_logs_log_group'), asList),
};

const ecsTarget: Fields = {
  network_configuration: {
    path: 'NetworkConfiguration.AwsVpcConfiguration',
    fields: {
      assign_public_ip: { path: 'AssignPublicIp', change: translate({ true: 'ENABLED', false: 'DISABLED' }) },
    },
  },
  ordered_placement_strategy: 'PlacementStrategies',
  tags: 'TagList',
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
      fields: {
        dimensions: { path: 'Dimensions', change: pairs },
        evaluate_low_sample_count_percentiles: 'EvaluateLowSampleCountPercentile',
        metric_query: { path: 'Metrics', fields: { metric: null } },
      },
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
        ecs_target: { path: 'EcsParameters', fields: ecsTarget },
        batch_target: {
          path: 'BatchParameters',
          fields: { array_size: 'ArrayProperties.Size', job_attempts: 'RetryStrategy.Attempts' },
        },
        kinesis_target: 'KinesisParameters',
        http_target: 'HttpParameters',
        input_transformer: { path: 'InputTransformer', fields: { input_paths: 'InputPathsMap' } },
        run_command_targets: 'RunCommandParameters.RunCommandTargets',
        redshift_target: { path: 'RedshiftDataParameters', fields: { secrets_manager_arn: 'SecretManagerArn' } },
        sqs_target: 'SqsParameters',
        sagemaker_pipeline_target: 'SageMakerPipelineParameters',
        appsync_target: 'AppSyncParameters',
      },
    },
  ],
};
