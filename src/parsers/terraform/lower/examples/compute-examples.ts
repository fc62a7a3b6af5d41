/** Lambda and ECS. Data of the contract test. */
import { reference } from '../../../../dictionary/testing-values.ts';
import { example, type LoweringExample, TAG_LIST, TAGS } from './lowering-example.ts';

export const computeExamples: readonly LoweringExample[] = [
  example(
    'aws_lambda_function',
    'Lambda::Function',
    {
      function_name: 'f',
      role: reference('aws_iam_role.r', 'arn'),
      runtime: 'nodejs22.x',
      s3_bucket: 'code',
      timeout: '30',
      kms_key_arn: 'k',
      environment: [{ variables: { A: '1' } }],
      vpc_config: [{ subnet_ids: ['s'], security_group_ids: ['g'] }],
      tracing_config: [{ mode: 'Active' }],
      dead_letter_config: [{ target_arn: 'd' }],
      tags: TAGS,
    },
    {
      FunctionName: 'f',
      Role: '<aws_iam_role.r.arn>',
      Runtime: 'nodejs22.x',
      Code: { S3Bucket: 'code' },
      Timeout: 30,
      KmsKeyArn: 'k',
      Environment: { Variables: { A: '1' } },
      VpcConfig: { SubnetIds: ['s'], SecurityGroupIds: ['g'] },
      TracingConfig: { Mode: 'Active' },
      DeadLetterConfig: { TargetArn: 'd' },
      Tags: TAG_LIST,
    },
  ),
  example(
    'aws_lambda_permission',
    'Lambda::Permission',
    { action: 'lambda:InvokeFunction', function_name: 'f', principal: '*', source_arn: 'a', principal_org_id: 'o-1' },
    { Action: 'lambda:InvokeFunction', FunctionName: 'f', Principal: '*', SourceArn: 'a', PrincipalOrgID: 'o-1' },
  ),
  example(
    'aws_lambda_function_url',
    'Lambda::Url',
    { function_name: 'f', authorization_type: 'NONE', cors: [{ allow_origins: ['*'], allow_credentials: true }] },
    { TargetFunctionArn: 'f', AuthType: 'NONE', Cors: { AllowOrigins: ['*'], AllowCredentials: true } },
  ),
  example(
    'aws_lambda_event_source_mapping',
    'Lambda::EventSourceMapping',
    { event_source_arn: reference('aws_sqs_queue.q', 'arn'), function_name: 'f', enabled: 'true', batch_size: 10 },
    { EventSourceArn: '<aws_sqs_queue.q.arn>', FunctionName: 'f', Enabled: true, BatchSize: 10 },
  ),
  example(
    'aws_lambda_alias',
    'Lambda::Alias',
    { name: 'live', function_name: 'f', function_version: 3 },
    { Name: 'live', FunctionName: 'f', FunctionVersion: '3' },
  ),
  example(
    'aws_ecs_cluster',
    'ECS::Cluster',
    {
      name: 'c',
      setting: [{ name: 'containerInsights', value: 'enabled' }],
      configuration: [
        { execute_command_configuration: [{ log_configuration: [{ s3_bucket_encryption_enabled: true }] }] },
      ],
    },
    {
      ClusterName: 'c',
      ClusterSettings: [{ Name: 'containerInsights', Value: 'enabled' }],
      Configuration: { ExecuteCommandConfiguration: { LogConfiguration: { S3EncryptionEnabled: true } } },
    },
  ),
  example(
    'aws_ecs_service',
    'ECS::Service',
    {
      name: 's',
      cluster: 'c',
      task_definition: 't',
      desired_count: '2',
      enable_execute_command: true,
      network_configuration: [{ subnets: ['a'], security_groups: ['g'], assign_public_ip: true }],
      load_balancer: [{ target_group_arn: 'tg', container_name: 'web', container_port: 80 }],
    },
    {
      ServiceName: 's',
      Cluster: 'c',
      TaskDefinition: 't',
      DesiredCount: 2,
      EnableExecuteCommand: true,
      NetworkConfiguration: {
        AwsvpcConfiguration: { Subnets: ['a'], SecurityGroups: ['g'], AssignPublicIp: 'ENABLED' },
      },
      LoadBalancers: [{ TargetGroupArn: 'tg', ContainerName: 'web', ContainerPort: 80 }],
    },
  ),
  example(
    'aws_ecs_task_definition',
    'ECS::TaskDefinition',
    {
      family: 't',
      network_mode: 'awsvpc',
      task_role_arn: 'r',
      requires_compatibilities: ['FARGATE'],
      container_definitions: JSON.stringify([
        {
          name: 'web',
          image: 'nginx:1',
          privileged: true,
          readonlyRootFilesystem: false,
          user: 'root',
          environment: [{ name: 'A', value: 'b' }],
          secrets: [{ name: 'S', valueFrom: 'arn:s' }],
          portMappings: [{ containerPort: 80, hostPort: 80 }],
          logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'g' } },
          linuxParameters: { capabilities: { add: ['SYS_ADMIN'] } },
        },
      ]),
      volume: [
        {
          name: 'v',
          host_path: '/',
          efs_volume_configuration: [{ file_system_id: 'fs', transit_encryption: 'ENABLED' }],
        },
      ],
    },
    {
      Family: 't',
      NetworkMode: 'awsvpc',
      TaskRoleArn: 'r',
      RequiresCompatibilities: ['FARGATE'],
      ContainerDefinitions: [
        {
          Name: 'web',
          Image: 'nginx:1',
          Privileged: true,
          ReadonlyRootFilesystem: false,
          User: 'root',
          Environment: [{ Name: 'A', Value: 'b' }],
          Secrets: [{ Name: 'S', ValueFrom: 'arn:s' }],
          PortMappings: [{ ContainerPort: 80, HostPort: 80 }],
          LogConfiguration: { LogDriver: 'awslogs', Options: { 'awslogs-group': 'g' } },
          LinuxParameters: { Capabilities: { Add: ['SYS_ADMIN'] } },
        },
      ],
      Volumes: [
        {
          Name: 'v',
          Host: { SourcePath: '/' },
          EFSVolumeConfiguration: { FilesystemId: 'fs', TransitEncryption: 'ENABLED' },
        },
      ],
    },
  ),
];
