/** Registries, App Runner and Batch. Data of the contract test. */
import { reference } from '../../../../dictionary/testing-values.ts';
import { DOCUMENT, example, type LoweringExample, POLICY } from './lowering-example.ts';

export const containerExamples: readonly LoweringExample[] = [
  example(
    'aws_ecr_repository',
    'ECR::Repository',
    {
      name: 'r',
      image_tag_mutability: 'IMMUTABLE_WITH_EXCLUSION',
      force_delete: true,
      image_tag_mutability_exclusion_filter: [{ filter: 'latest*', filter_type: 'WILDCARD' }],
    },
    {
      RepositoryName: 'r',
      ImageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      EmptyOnDelete: true,
      ImageTagMutabilityExclusionFilters: [
        { ImageTagMutabilityExclusionFilterValue: 'latest*', ImageTagMutabilityExclusionFilterType: 'WILDCARD' },
      ],
    },
  ),
  example(
    'aws_ecr_lifecycle_policy',
    'ECR::Repository',
    { policy: '{"rules":[]}' },
    { LifecyclePolicy: { LifecyclePolicyText: '{"rules":[]}' } },
  ),
  example('aws_ecr_registry_policy', 'ECR::RegistryPolicy', { policy: POLICY }, { PolicyText: DOCUMENT }),
  example(
    'aws_ecr_registry_scanning_configuration',
    'ECR::RegistryScanningConfiguration',
    {
      scan_type: 'ENHANCED',
      rule: [{ scan_frequency: 'CONTINUOUS_SCAN', repository_filter: [{ filter: '*', filter_type: 'WILDCARD' }] }],
    },
    {
      ScanType: 'ENHANCED',
      Rules: [{ ScanFrequency: 'CONTINUOUS_SCAN', RepositoryFilters: [{ Filter: '*', FilterType: 'WILDCARD' }] }],
    },
  ),
  example(
    'aws_ecr_replication_configuration',
    'ECR::ReplicationConfiguration',
    {
      replication_configuration: [
        {
          rule: [
            {
              destination: [{ region: 'eu-west-1', registry_id: '111122223333' }],
              repository_filter: [{ filter: 'prod', filter_type: 'PREFIX_MATCH' }],
            },
          ],
        },
      ],
    },
    {
      ReplicationConfiguration: {
        Rules: [
          {
            Destinations: [{ Region: 'eu-west-1', RegistryId: '111122223333' }],
            RepositoryFilters: [{ Filter: 'prod', FilterType: 'PREFIX_MATCH' }],
          },
        ],
      },
    },
  ),
  example(
    'aws_ecr_pull_through_cache_rule',
    'ECR::PullThroughCacheRule',
    { ecr_repository_prefix: 'q', upstream_registry_url: 'quay.io', credential_arn: 'c' },
    { EcrRepositoryPrefix: 'q', UpstreamRegistryUrl: 'quay.io', CredentialArn: 'c' },
  ),
  example(
    'aws_ecr_repository_creation_template',
    'ECR::RepositoryCreationTemplate',
    {
      prefix: 'p',
      applied_for: ['PULL_THROUGH_CACHE'],
      image_tag_mutability: 'IMMUTABLE',
      repository_policy: POLICY,
      encryption_configuration: [{ encryption_type: 'KMS', kms_key: 'k' }],
      image_tag_mutability_exclusion_filter: [{ filter: 'latest*', filter_type: 'WILDCARD' }],
    },
    {
      Prefix: 'p',
      AppliedFor: ['PULL_THROUGH_CACHE'],
      ImageTagMutability: 'IMMUTABLE',
      RepositoryPolicy: DOCUMENT,
      EncryptionConfiguration: { EncryptionType: 'KMS', KmsKey: 'k' },
      ImageTagMutabilityExclusionFilters: [
        { ImageTagMutabilityExclusionFilterValue: 'latest*', ImageTagMutabilityExclusionFilterType: 'WILDCARD' },
      ],
    },
  ),
  example(
    'aws_ecrpublic_repository',
    'ECR::PublicRepository',
    { repository_name: 'r', catalog_data: [{ about_text: 'a', description: 'd', architectures: ['ARM'] }] },
    {
      RepositoryName: 'r',
      RepositoryCatalogData: { AboutText: 'a', RepositoryDescription: 'd', Architectures: ['ARM'] },
    },
  ),
  example(
    'aws_ecrpublic_repository_policy',
    'ECR::PublicRepository',
    { policy: POLICY },
    { RepositoryPolicyText: DOCUMENT },
  ),
  example(
    'aws_apprunner_service',
    'AppRunner::Service',
    {
      service_name: 's',
      source_configuration: [
        {
          auto_deployments_enabled: false,
          authentication_configuration: [{ access_role_arn: 'r' }],
          image_repository: [
            {
              image_identifier: 'i',
              image_repository_type: 'ECR',
              image_configuration: [
                { port: '80', runtime_environment_variables: { A: 'b' }, runtime_environment_secrets: { S: 'arn' } },
              ],
            },
          ],
        },
      ],
      network_configuration: [
        {
          ingress_configuration: [{ is_publicly_accessible: false }],
          egress_configuration: [{ egress_type: 'VPC', vpc_connector_arn: 'c' }],
        },
      ],
      instance_configuration: [{ instance_role_arn: 'r', cpu: '1024' }],
      encryption_configuration: [{ kms_key: 'k' }],
    },
    {
      ServiceName: 's',
      SourceConfiguration: {
        AutoDeploymentsEnabled: false,
        AuthenticationConfiguration: { AccessRoleArn: 'r' },
        ImageRepository: {
          ImageIdentifier: 'i',
          ImageRepositoryType: 'ECR',
          ImageConfiguration: {
            Port: '80',
            RuntimeEnvironmentVariables: [{ Name: 'A', Value: 'b' }],
            RuntimeEnvironmentSecrets: [{ Name: 'S', Value: 'arn' }],
          },
        },
      },
      NetworkConfiguration: {
        IngressConfiguration: { IsPubliclyAccessible: false },
        EgressConfiguration: { EgressType: 'VPC', VpcConnectorArn: 'c' },
      },
      InstanceConfiguration: { InstanceRoleArn: 'r', Cpu: '1024' },
      EncryptionConfiguration: { KmsKey: 'k' },
    },
  ),
  example(
    'aws_apprunner_service',
    'AppRunner::Service',
    {
      service_name: 's',
      source_configuration: [
        {
          code_repository: [
            {
              repository_url: 'u',
              source_code_version: [{ type: 'BRANCH', value: 'main' }],
              code_configuration: [
                {
                  configuration_source: 'API',
                  code_configuration_values: [{ runtime: 'PYTHON_3', runtime_environment_variables: { A: 'b' } }],
                },
              ],
            },
          ],
        },
      ],
    },
    {
      ServiceName: 's',
      SourceConfiguration: {
        CodeRepository: {
          RepositoryUrl: 'u',
          SourceCodeVersion: { Type: 'BRANCH', Value: 'main' },
          CodeConfiguration: {
            ConfigurationSource: 'API',
            CodeConfigurationValues: { Runtime: 'PYTHON_3', RuntimeEnvironmentVariables: [{ Name: 'A', Value: 'b' }] },
          },
        },
      },
    },
  ),
  example(
    'aws_apprunner_vpc_connector',
    'AppRunner::VpcConnector',
    { vpc_connector_name: 'c', subnets: ['s'], security_groups: ['g'] },
    { VpcConnectorName: 'c', Subnets: ['s'], SecurityGroups: ['g'] },
  ),
  example(
    'aws_apprunner_vpc_ingress_connection',
    'AppRunner::VpcIngressConnection',
    { name: 'i', service_arn: 's', ingress_vpc_configuration: [{ vpc_id: 'v', vpc_endpoint_id: 'e' }] },
    { VpcIngressConnectionName: 'i', ServiceArn: 's', IngressVpcConfiguration: { VpcId: 'v', VpcEndpointId: 'e' } },
  ),
  example(
    'aws_apprunner_observability_configuration',
    'AppRunner::ObservabilityConfiguration',
    { observability_configuration_name: 'o', trace_configuration: [{ vendor: 'AWSXRAY' }] },
    { ObservabilityConfigurationName: 'o', TraceConfiguration: { Vendor: 'AWSXRAY' } },
  ),
  example(
    'aws_apprunner_auto_scaling_configuration_version',
    'AppRunner::AutoScalingConfiguration',
    { auto_scaling_configuration_name: 'a', max_concurrency: 50, max_size: 10, min_size: 2 },
    { AutoScalingConfigurationName: 'a', MaxConcurrency: 50, MaxSize: 10, MinSize: 2 },
  ),
  example(
    'aws_batch_compute_environment',
    'Batch::ComputeEnvironment',
    {
      name: 'c',
      type: 'MANAGED',
      service_role: 'r',
      compute_resources: [{ type: 'FARGATE', max_vcpus: 16, subnets: ['s'], security_group_ids: ['g'] }],
    },
    {
      ComputeEnvironmentName: 'c',
      Type: 'MANAGED',
      ServiceRole: 'r',
      ComputeResources: { Type: 'FARGATE', MaxvCpus: 16, Subnets: ['s'], SecurityGroupIds: ['g'] },
    },
  ),
  example(
    'aws_batch_job_definition',
    'Batch::JobDefinition',
    {
      name: 'j',
      type: 'container',
      platform_capabilities: ['EC2'],
      container_properties:
        '{"image":"i","privileged":true,"jobRoleArn":"r","resourceRequirements":[{"type":"VCPU","value":"1"}],"environment":[{"name":"A","value":"b"}],"readonlyRootFilesystem":false}',
      retry_strategy: [{ attempts: 2, evaluate_on_exit: [{ action: 'RETRY', on_status_reason: 'Host*' }] }],
    },
    {
      JobDefinitionName: 'j',
      Type: 'container',
      PlatformCapabilities: ['EC2'],
      ContainerProperties: {
        Image: 'i',
        Privileged: true,
        JobRoleArn: 'r',
        ResourceRequirements: [{ Type: 'VCPU', Value: '1' }],
        Environment: [{ Name: 'A', Value: 'b' }],
        ReadonlyRootFilesystem: false,
      },
      RetryStrategy: { Attempts: 2, EvaluateOnExit: [{ Action: 'RETRY', OnStatusReason: 'Host*' }] },
    },
  ),
  example(
    'aws_batch_job_definition',
    'Batch::JobDefinition',
    {
      name: 'j',
      type: 'container',
      ecs_properties:
        '{"taskProperties":[{"containers":[{"image":"i","name":"c","privileged":true}],"executionRoleArn":"e"}]}',
    },
    {
      JobDefinitionName: 'j',
      Type: 'container',
      EcsProperties: {
        TaskProperties: [{ Containers: [{ Image: 'i', Name: 'c', Privileged: true }], ExecutionRoleArn: 'e' }],
      },
    },
  ),
  example(
    'aws_batch_job_definition',
    'Batch::JobDefinition',
    {
      name: 'j',
      type: 'multinode',
      node_properties:
        '{"mainNode":0,"numNodes":2,"nodeRangeProperties":[{"targetNodes":"0:","container":{"image":"i"}}]}',
    },
    {
      JobDefinitionName: 'j',
      Type: 'multinode',
      NodeProperties: {
        MainNode: 0,
        NumNodes: 2,
        NodeRangeProperties: [{ TargetNodes: '0:', Container: { Image: 'i' } }],
      },
    },
  ),
  example(
    'aws_batch_job_queue',
    'Batch::JobQueue',
    {
      name: 'q',
      state: 'ENABLED',
      priority: 1,
      compute_environment_order: [
        { order: 1, compute_environment: reference('aws_batch_compute_environment.c', 'arn') },
      ],
    },
    {
      JobQueueName: 'q',
      State: 'ENABLED',
      Priority: 1,
      ComputeEnvironmentOrder: [{ Order: 1, ComputeEnvironment: '<aws_batch_compute_environment.c.arn>' }],
    },
  ),
  example(
    'aws_batch_job_queue',
    'Batch::JobQueue',
    {
      name: 'q',
      state: 'ENABLED',
      priority: 1,
      compute_environments: [reference('aws_batch_compute_environment.c', 'arn')],
    },
    {
      JobQueueName: 'q',
      State: 'ENABLED',
      Priority: 1,
      ComputeEnvironmentOrder: [{ ComputeEnvironment: '<aws_batch_compute_environment.c.arn>' }],
    },
  ),
  example(
    'aws_batch_scheduling_policy',
    'Batch::SchedulingPolicy',
    {
      name: 'p',
      fair_share_policy: [
        { compute_reservation: 1, share_distribution: [{ share_identifier: 'a*', weight_factor: 0.1 }] },
      ],
    },
    {
      Name: 'p',
      FairsharePolicy: { ComputeReservation: 1, ShareDistribution: [{ ShareIdentifier: 'a*', WeightFactor: 0.1 }] },
    },
  ),
];
