/** CodeBuild, CodePipeline and CodeDeploy. Data of the contract test. */
import { example, type LoweringExample } from './lowering-example.ts';

export const deliveryExamples: readonly LoweringExample[] = [
  example(
    'aws_codebuild_project',
    'CodeBuild::Project',
    {
      name: 'p',
      service_role: 'r',
      encryption_key: 'k',
      build_timeout: '60',
      queued_timeout: 480,
      project_visibility: 'PUBLIC_READ',
      concurrent_build_limit: 1,
      badge_enabled: true,
      artifacts: [{ type: 'S3', location: 'b', encryption_disabled: 'true' }],
      environment: [
        {
          compute_type: 'BUILD_GENERAL1_SMALL',
          image: 'aws/codebuild/standard:7.0',
          type: 'LINUX_CONTAINER',
          privileged_mode: 'true',
          image_pull_credentials_type: 'CODEBUILD',
          environment_variable: [{ name: 'A', value: 'b', type: 'PLAINTEXT' }],
          registry_credential: [{ credential: 's', credential_provider: 'SECRETS_MANAGER' }],
        },
      ],
      source: [
        {
          type: 'GITHUB',
          location: 'https://github.com/a/b',
          buildspec: 'b.yml',
          git_clone_depth: 1,
          insecure_ssl: 'true',
          report_build_status: true,
          git_submodules_config: [{ fetch_submodules: true }],
        },
      ],
      logs_config: [
        {
          cloudwatch_logs: [{ status: 'DISABLED' }],
          s3_logs: [{ status: 'ENABLED', location: 'b', encryption_disabled: true }],
        },
      ],
      vpc_config: [{ vpc_id: 'vpc-1', subnets: ['subnet-1'], security_group_ids: ['g'] }],
      cache: [{ type: 'LOCAL', modes: ['LOCAL_DOCKER_LAYER_CACHE'] }],
    },
    {
      Name: 'p',
      ServiceRole: 'r',
      EncryptionKey: 'k',
      TimeoutInMinutes: 60,
      QueuedTimeoutInMinutes: 480,
      Visibility: 'PUBLIC_READ',
      ConcurrentBuildLimit: 1,
      BadgeEnabled: true,
      Artifacts: { Type: 'S3', Location: 'b', EncryptionDisabled: true },
      Environment: {
        ComputeType: 'BUILD_GENERAL1_SMALL',
        Image: 'aws/codebuild/standard:7.0',
        Type: 'LINUX_CONTAINER',
        PrivilegedMode: true,
        ImagePullCredentialsType: 'CODEBUILD',
        EnvironmentVariables: [{ Name: 'A', Value: 'b', Type: 'PLAINTEXT' }],
        RegistryCredential: { Credential: 's', CredentialProvider: 'SECRETS_MANAGER' },
      },
      Source: {
        Type: 'GITHUB',
        Location: 'https://github.com/a/b',
        BuildSpec: 'b.yml',
        GitCloneDepth: 1,
        InsecureSsl: true,
        ReportBuildStatus: true,
        GitSubmodulesConfig: { FetchSubmodules: true },
      },
      LogsConfig: {
        CloudWatchLogs: { Status: 'DISABLED' },
        S3Logs: { Status: 'ENABLED', Location: 'b', EncryptionDisabled: true },
      },
      VpcConfig: { VpcId: 'vpc-1', Subnets: ['subnet-1'], SecurityGroupIds: ['g'] },
      Cache: { Type: 'LOCAL', Modes: ['LOCAL_DOCKER_LAYER_CACHE'] },
    },
  ),
  {
    type: 'aws_codebuild_webhook',
    kind: 'AWS::CodeBuild::Project',
    terraform: {
      build_type: 'BUILD',
      filter_group: [
        {
          filter: [
            { type: 'EVENT', pattern: 'PULL_REQUEST_CREATED' },
            { type: 'HEAD_REF', pattern: '^refs/heads/main$', exclude_matched_pattern: 'true' },
          ],
        },
      ],
      pull_request_build_policy: [{ requires_comment_approval: 'ALL_PULL_REQUESTS' }],
    },
    properties: {
      Name: 'p',
      Triggers: {
        BuildType: 'BUILD',
        FilterGroups: [
          [
            { Type: 'EVENT', Pattern: 'PULL_REQUEST_CREATED' },
            { Type: 'HEAD_REF', Pattern: '^refs/heads/main$', ExcludeMatchedPattern: true },
          ],
        ],
        PullRequestBuildPolicy: { RequiresCommentApproval: 'ALL_PULL_REQUESTS' },
      },
    },
    target: { name: 'p' },
  },
  example(
    'aws_codebuild_source_credential',
    'CodeBuild::SourceCredential',
    { auth_type: 'PERSONAL_ACCESS_TOKEN', server_type: 'GITHUB', token: 't', user_name: 'u' },
    { AuthType: 'PERSONAL_ACCESS_TOKEN', ServerType: 'GITHUB', Token: 't', Username: 'u' },
  ),
  example(
    'aws_codebuild_report_group',
    'CodeBuild::ReportGroup',
    {
      name: 'g',
      type: 'TEST',
      export_config: [
        {
          type: 'S3',
          s3_destination: [{ bucket: 'b', encryption_disabled: 'true', encryption_key: 'k', packaging: 'NONE' }],
        },
      ],
    },
    {
      Name: 'g',
      Type: 'TEST',
      ExportConfig: {
        ExportConfigType: 'S3',
        S3Destination: { Bucket: 'b', EncryptionDisabled: true, EncryptionKey: 'k', Packaging: 'NONE' },
      },
    },
  ),
  example(
    'aws_codepipeline',
    'CodePipeline::Pipeline',
    {
      name: 'p',
      role_arn: 'r',
      pipeline_type: 'V2',
      execution_mode: 'QUEUED',
      artifact_store: [{ location: 'b', type: 'S3', encryption_key: [{ id: 'k', type: 'KMS' }] }],
      stage: [
        {
          name: 'Source',
          action: [
            {
              name: 's',
              category: 'Source',
              owner: 'AWS',
              provider: 'CodeStarSourceConnection',
              version: '1',
              output_artifacts: ['o'],
              role_arn: 'r',
              configuration: { ConnectionArn: 'c' },
            },
          ],
        },
        {
          name: 'Deploy',
          action: [
            {
              name: 'd',
              category: 'Deploy',
              owner: 'AWS',
              provider: 'ECS',
              version: '1',
              input_artifacts: ['o'],
              configuration: { ClusterName: 'c' },
            },
          ],
        },
      ],
    },
    {
      Name: 'p',
      RoleArn: 'r',
      PipelineType: 'V2',
      ExecutionMode: 'QUEUED',
      ArtifactStore: { Location: 'b', Type: 'S3', EncryptionKey: { Id: 'k', Type: 'KMS' } },
      Stages: [
        {
          Name: 'Source',
          Actions: [
            {
              Name: 's',
              ActionTypeId: { Category: 'Source', Owner: 'AWS', Provider: 'CodeStarSourceConnection', Version: '1' },
              OutputArtifacts: [{ Name: 'o' }],
              RoleArn: 'r',
              Configuration: { ConnectionArn: 'c' },
            },
          ],
        },
        {
          Name: 'Deploy',
          Actions: [
            {
              Name: 'd',
              ActionTypeId: { Category: 'Deploy', Owner: 'AWS', Provider: 'ECS', Version: '1' },
              InputArtifacts: [{ Name: 'o' }],
              Configuration: { ClusterName: 'c' },
            },
          ],
        },
      ],
    },
  ),
  example(
    'aws_codepipeline_webhook',
    'CodePipeline::Webhook',
    {
      name: 'w',
      authentication: 'GITHUB_HMAC',
      target_action: 's',
      target_pipeline: 'p',
      authentication_configuration: [{ secret_token: 't' }],
      filter: [{ json_path: '$.ref', match_equals: 'refs/heads/main' }],
    },
    {
      Name: 'w',
      Authentication: 'GITHUB_HMAC',
      TargetAction: 's',
      TargetPipeline: 'p',
      AuthenticationConfiguration: { SecretToken: 't' },
      Filters: [{ JsonPath: '$.ref', MatchEquals: 'refs/heads/main' }],
    },
  ),
  example(
    'aws_codedeploy_app',
    'CodeDeploy::Application',
    { name: 'a', compute_platform: 'ECS' },
    { ApplicationName: 'a', ComputePlatform: 'ECS' },
  ),
  example(
    'aws_codedeploy_deployment_config',
    'CodeDeploy::DeploymentConfig',
    { deployment_config_name: 'c', compute_platform: 'Lambda', traffic_routing_config: [{ type: 'AllAtOnce' }] },
    { DeploymentConfigName: 'c', ComputePlatform: 'Lambda', TrafficRoutingConfig: { Type: 'AllAtOnce' } },
  ),
  example(
    'aws_codedeploy_deployment_group',
    'CodeDeploy::DeploymentGroup',
    {
      app_name: 'a',
      deployment_group_name: 'g',
      service_role_arn: 'r',
      deployment_config_name: 'c',
      alarm_configuration: [{ alarms: ['x'], enabled: true, ignore_poll_alarm_failure: 'true' }],
      auto_rollback_configuration: [{ enabled: true, events: ['DEPLOYMENT_FAILURE'] }],
      blue_green_deployment_config: [
        {
          deployment_ready_option: [{ action_on_timeout: 'CONTINUE_DEPLOYMENT' }],
          terminate_blue_instances_on_deployment_success: [{ action: 'TERMINATE' }],
        },
      ],
      ecs_service: [{ cluster_name: 'c', service_name: 's' }],
      ec2_tag_set: [{ ec2_tag_filter: [{ key: 'a', type: 'KEY_AND_VALUE', value: 'b' }] }],
      load_balancer_info: [
        { target_group_pair_info: [{ prod_traffic_route: [{ listener_arns: ['l'] }], target_group: [{ name: 't' }] }] },
      ],
    },
    {
      ApplicationName: 'a',
      DeploymentGroupName: 'g',
      ServiceRoleArn: 'r',
      DeploymentConfigName: 'c',
      AlarmConfiguration: { Alarms: [{ Name: 'x' }], Enabled: true, IgnorePollAlarmFailure: true },
      AutoRollbackConfiguration: { Enabled: true, Events: ['DEPLOYMENT_FAILURE'] },
      BlueGreenDeploymentConfiguration: {
        DeploymentReadyOption: { ActionOnTimeout: 'CONTINUE_DEPLOYMENT' },
        TerminateBlueInstancesOnDeploymentSuccess: { Action: 'TERMINATE' },
      },
      ECSServices: [{ ClusterName: 'c', ServiceName: 's' }],
      Ec2TagSet: { Ec2TagSetList: [{ Ec2TagGroup: [{ Key: 'a', Type: 'KEY_AND_VALUE', Value: 'b' }] }] },
      LoadBalancerInfo: {
        TargetGroupPairInfoList: [{ ProdTrafficRoute: { ListenerArns: ['l'] }, TargetGroups: [{ Name: 't' }] }],
      },
    },
  ),
];
