/** App Runner. */
import { pairs } from '../changes/pairs.ts';
import type { Fields, ServiceTables } from '../type-table.ts';

const environment: Fields = {
  runtime_environment_secrets: { path: 'RuntimeEnvironmentSecrets', change: pairs },
  runtime_environment_variables: { path: 'RuntimeEnvironmentVariables', change: pairs },
};

export const appRunnerTables: ServiceTables = {
  types: [
    {
      type: 'aws_apprunner_service',
      kind: 'AWS::AppRunner::Service',
      nameAttribute: 'service_name',
      fields: {
        source_configuration: {
          path: 'SourceConfiguration',
          fields: {
            image_repository: {
              path: 'ImageRepository',
              fields: { image_configuration: { path: 'ImageConfiguration', fields: environment } },
            },
            code_repository: {
              path: 'CodeRepository',
              fields: {
                code_configuration: {
                  path: 'CodeConfiguration',
                  fields: { code_configuration_values: { path: 'CodeConfigurationValues', fields: environment } },
                },
              },
            },
          },
        },
      },
    },
    { type: 'aws_apprunner_vpc_connector', kind: 'AWS::AppRunner::VpcConnector', fields: {} },
    {
      type: 'aws_apprunner_vpc_ingress_connection',
      kind: 'AWS::AppRunner::VpcIngressConnection',
      fields: { name: 'VpcIngressConnectionName' },
    },
    {
      type: 'aws_apprunner_observability_configuration',
      kind: 'AWS::AppRunner::ObservabilityConfiguration',
      nameAttribute: 'observability_configuration_name',
      fields: {},
    },
    {
      type: 'aws_apprunner_auto_scaling_configuration_version',
      kind: 'AWS::AppRunner::AutoScalingConfiguration',
      nameAttribute: 'auto_scaling_configuration_name',
      fields: {},
    },
  ],
};
