/** Groups of instances, what they are launched from, and how they scale. */
import type { Fields, ServiceTables } from '../type-table.ts';

const blockDevice: Fields = {
  encrypted: 'Ebs.Encrypted',
  snapshot_id: 'Ebs.SnapshotId',
  volume_size: 'Ebs.VolumeSize',
  volume_type: 'Ebs.VolumeType',
  iops: 'Ebs.Iops',
  throughput: 'Ebs.Throughput',
  delete_on_termination: 'Ebs.DeleteOnTermination',
};
const dataQueries: Fields = { metric_data_query: 'MetricDataQueries' };

export const autoScalingTables: ServiceTables = {
  types: [
    {
      type: 'aws_launch_configuration',
      kind: 'AWS::AutoScaling::LaunchConfiguration',
      fields: {
        name: 'LaunchConfigurationName',
        enable_monitoring: 'InstanceMonitoring',
        user_data_base64: 'UserData',
        ebs_block_device: { path: 'BlockDeviceMappings', fields: blockDevice },
        root_block_device: { path: 'BlockDeviceMappings', fields: blockDevice },
        ephemeral_block_device: 'BlockDeviceMappings',
      },
    },
    {
      type: 'aws_autoscaling_group',
      kind: 'AWS::AutoScaling::AutoScalingGroup',
      fields: {
        name: 'AutoScalingGroupName',
        default_cooldown: 'Cooldown',
        launch_configuration: 'LaunchConfigurationName',
        launch_template: { path: 'LaunchTemplate', fields: { id: 'LaunchTemplateId', name: 'LaunchTemplateName' } },
        load_balancers: 'LoadBalancerNames',
        protect_from_scale_in: 'NewInstancesProtectedFromScaleIn',
        initial_lifecycle_hook: { path: 'LifecycleHookSpecificationList', fields: { name: 'LifecycleHookName' } },
      },
    },
    {
      type: 'aws_autoscaling_policy',
      kind: 'AWS::AutoScaling::ScalingPolicy',
      fields: {
        target_tracking_configuration: {
          path: 'TargetTrackingConfiguration',
          fields: {
            customized_metric_specification: {
              path: 'CustomizedMetricSpecification',
              fields: { metric_dimension: 'Dimensions' },
            },
          },
        },
      },
    },
    {
      type: 'aws_autoscaling_lifecycle_hook',
      kind: 'AWS::AutoScaling::LifecycleHook',
      fields: { name: 'LifecycleHookName' },
    },
    {
      type: 'aws_appautoscaling_target',
      kind: 'AWS::ApplicationAutoScaling::ScalableTarget',
      nameAttribute: 'resource_id',
      fields: {},
    },
    {
      type: 'aws_appautoscaling_policy',
      kind: 'AWS::ApplicationAutoScaling::ScalingPolicy',
      fields: {
        name: 'PolicyName',
        predictive_scaling_policy_configuration: {
          path: 'PredictiveScalingPolicyConfiguration',
          fields: {
            metric_specification: {
              path: 'MetricSpecifications',
              fields: {
                customized_capacity_metric_specification: {
                  path: 'CustomizedCapacityMetricSpecification',
                  fields: dataQueries,
                },
                customized_load_metric_specification: {
                  path: 'CustomizedLoadMetricSpecification',
                  fields: dataQueries,
                },
                customized_scaling_metric_specification: {
                  path: 'CustomizedScalingMetricSpecification',
                  fields: dataQueries,
                },
              },
            },
          },
        },
      },
    },
  ],
  companions: [
    {
      type: 'aws_autoscaling_attachment',
      target: ['aws_autoscaling_group'],
      match: [['autoscaling_group_name', 'name']],
      fields: {},
      append: {
        lb_target_group_arn: ['TargetGroupARNs'],
        alb_target_group_arn: ['TargetGroupARNs'],
        elb: ['LoadBalancerNames'],
      },
    },
  ],
};
