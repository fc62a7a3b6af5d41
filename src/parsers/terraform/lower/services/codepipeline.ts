/** CodePipeline and CodeDeploy: what is delivered, by whom, and where to. */
import { each } from '../changes/each.ts';
import { objectWith } from '../changes/object-with.ts';
import { markSensitive } from '../../values/mark-sensitive.ts';
import type { Fields, ServiceTables } from '../type-table.ts';

const artifacts = (path: string) => ({ path, change: each(objectWith('name')) });
const rules: Fields = {
  condition: {
    path: 'Conditions',
    fields: { rule: { path: 'Rules', fields: { input_artifacts: artifacts('InputArtifacts') } } },
  },
};
const stage: Fields = {
  action: {
    path: 'Actions',
    fields: {
      category: 'ActionTypeId.Category',
      owner: 'ActionTypeId.Owner',
      provider: 'ActionTypeId.Provider',
      version: 'ActionTypeId.Version',
      input_artifacts: artifacts('InputArtifacts'),
      output_artifacts: artifacts('OutputArtifacts'),
    },
  },
  before_entry: { path: 'BeforeEntry', fields: rules },
  on_failure: { path: 'OnFailure', fields: rules },
  on_success: { path: 'OnSuccess', fields: rules },
};

export const codepipelineTables: ServiceTables = {
  types: [
    {
      type: 'aws_codepipeline',
      kind: 'AWS::CodePipeline::Pipeline',
      fields: { stage: { path: 'Stages', fields: stage } },
    },
    {
      type: 'aws_codepipeline_webhook',
      kind: 'AWS::CodePipeline::Webhook',
      fields: {
        authentication_configuration: {
          path: 'AuthenticationConfiguration',
          fields: { secret_token: { path: 'SecretToken', change: markSensitive } },
        },
      },
    },
    { type: 'aws_codedeploy_app', kind: 'AWS::CodeDeploy::Application', fields: { name: 'ApplicationName' } },
    {
      type: 'aws_codedeploy_deployment_config',
      kind: 'AWS::CodeDeploy::DeploymentConfig',
      nameAttribute: 'deployment_config_name',
      fields: {},
    },
    {
      type: 'aws_codedeploy_deployment_group',
      kind: 'AWS::CodeDeploy::DeploymentGroup',
      nameAttribute: 'deployment_group_name',
      fields: {
        app_name: 'ApplicationName',
        alarm_configuration: {
          path: 'AlarmConfiguration',
          fields: { alarms: { path: 'Alarms', change: each(objectWith('name')) } },
        },
        blue_green_deployment_config: 'BlueGreenDeploymentConfiguration',
        ec2_tag_set: {
          path: 'Ec2TagSet.Ec2TagSetList',
          fields: { ec2_tag_filter: 'Ec2TagGroup' },
        },
        load_balancer_info: {
          path: 'LoadBalancerInfo',
          fields: {
            elb_info: 'ElbInfoList',
            target_group_info: 'TargetGroupInfoList',
            target_group_pair_info: {
              path: 'TargetGroupPairInfoList',
              fields: { target_group: 'TargetGroups' },
            },
          },
        },
      },
    },
  ],
};
