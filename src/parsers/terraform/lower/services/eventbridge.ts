/** EventBridge beside buses and rules: who may put events, where connections lead, pipes and schedules. */
import { markSensitive } from '../../values/mark-sensitive.ts';
import { asList } from '../changes/as-list.ts';
import { translate } from '../changes/translate.ts';
import type { Fields, ServiceTables } from '../type-table.ts';

const secret = (path: string) => ({ path, change: markSensitive });
const parameter: Fields = { value: secret('Value') };
const httpParameters: Fields = {
  body: { path: 'BodyParameters', fields: parameter },
  header: { path: 'HeaderParameters', fields: parameter },
  query_string: { path: 'QueryStringParameters', fields: parameter },
};
const authParameters: Fields = {
  api_key: { path: 'ApiKeyAuthParameters', fields: { key: 'ApiKeyName', value: secret('ApiKeyValue') } },
  basic: { path: 'BasicAuthParameters', fields: { password: secret('Password') } },
  invocation_http_parameters: { path: 'InvocationHttpParameters', fields: httpParameters },
  oauth: {
    path: 'OAuthParameters',
    fields: {
      client_parameters: { path: 'ClientParameters', fields: { client_secret: secret('ClientSecret') } },
      oauth_http_parameters: { path: 'OAuthHttpParameters', fields: httpParameters },
    },
  },
};
const pipelineParameters: Fields = { pipeline_parameter: 'PipelineParameterList' };

export const eventbridgeTables: ServiceTables = {
  types: [
    {
      type: 'aws_cloudwatch_event_permission',
      kind: 'AWS::Events::EventBusPolicy',
      nameAttribute: 'statement_id',
      fields: {},
    },
    {
      type: 'aws_cloudwatch_event_archive',
      kind: 'AWS::Events::Archive',
      fields: { name: 'ArchiveName', event_source_arn: 'SourceArn' },
    },
    {
      type: 'aws_cloudwatch_event_connection',
      kind: 'AWS::Events::Connection',
      fields: { auth_parameters: { path: 'AuthParameters', fields: authParameters } },
    },
    { type: 'aws_cloudwatch_event_api_destination', kind: 'AWS::Events::ApiDestination', fields: {} },
    { type: 'aws_cloudwatch_event_endpoint', kind: 'AWS::Events::Endpoint', fields: { event_bus: 'EventBuses' } },
    {
      type: 'aws_pipes_pipe',
      kind: 'AWS::Pipes::Pipe',
      fields: {
        source_parameters: {
          path: 'SourceParameters',
          fields: {
            self_managed_kafka_parameters: {
              path: 'SelfManagedKafkaParameters',
              fields: { vpc: { path: 'Vpc', fields: { security_groups: 'SecurityGroup' } } },
            },
          },
        },
        target_parameters: {
          path: 'TargetParameters',
          fields: {
            sagemaker_pipeline_parameters: { path: 'SageMakerPipelineParameters', fields: pipelineParameters },
          },
        },
      },
    },
    {
      type: 'aws_scheduler_schedule',
      kind: 'AWS::Scheduler::Schedule',
      fields: {
        target: {
          path: 'Target',
          fields: {
            ecs_parameters: {
              path: 'EcsParameters',
              fields: {
                network_configuration: {
                  path: 'NetworkConfiguration.AwsvpcConfiguration',
                  fields: {
                    assign_public_ip: {
                      path: 'AssignPublicIp',
                      change: translate({ true: 'ENABLED', false: 'DISABLED' }),
                    },
                  },
                },
                tags: { path: 'Tags', change: asList },
              },
            },
            sagemaker_pipeline_parameters: { path: 'SageMakerPipelineParameters', fields: pipelineParameters },
          },
        },
      },
    },
    { type: 'aws_scheduler_schedule_group', kind: 'AWS::Scheduler::ScheduleGroup', fields: {} },
    {
      type: 'aws_schemas_registry_policy',
      kind: 'AWS::EventSchemas::RegistryPolicy',
      nameAttribute: 'registry_name',
      fields: {},
    },
  ],
};
