/** Clusters: ECS and EKS. Data of the contract test. */
import { reference } from '../../../../dictionary/testing-values.ts';
import { example, type LoweringExample, TAG_LIST, TAGS } from './lowering-example.ts';

export const clusterExamples: readonly LoweringExample[] = [
  example(
    'aws_ecs_service',
    'ECS::Service',
    {
      name: 's',
      force_new_deployment: true,
      deployment_maximum_percent: 200,
      deployment_minimum_healthy_percent: 100,
      deployment_circuit_breaker: [{ enable: true, rollback: true }],
      alarms: [{ alarm_names: ['a'], enable: true, rollback: true }],
      load_balancer: [{ elb_name: 'e', container_name: 'c', container_port: 80 }],
      ordered_placement_strategy: [{ type: 'spread', field: 'instanceId' }],
      service_connect_configuration: [
        {
          enabled: true,
          namespace: 'n',
          service: [
            {
              port_name: 'http',
              discovery_name: 'd',
              client_alias: [{ port: 80, dns_name: 'd' }],
              tls: [{ kms_key: 'k', role_arn: 'r', issuer_cert_authority: [{ aws_pca_authority_arn: 'p' }] }],
            },
          ],
        },
      ],
      volume_configuration: [{ name: 'v', managed_ebs_volume: [{ role_arn: 'r', size_in_gb: 10, encrypted: true }] }],
    },
    {
      ServiceName: 's',
      ForceNewDeployment: { EnableForceNewDeployment: true },
      DeploymentConfiguration: {
        MaximumPercent: 200,
        MinimumHealthyPercent: 100,
        DeploymentCircuitBreaker: { Enable: true, Rollback: true },
        Alarms: { AlarmNames: ['a'], Enable: true, Rollback: true },
      },
      LoadBalancers: [{ LoadBalancerName: 'e', ContainerName: 'c', ContainerPort: 80 }],
      PlacementStrategies: [{ Type: 'spread', Field: 'instanceId' }],
      ServiceConnectConfiguration: {
        Enabled: true,
        Namespace: 'n',
        Services: [
          {
            PortName: 'http',
            DiscoveryName: 'd',
            ClientAliases: [{ Port: 80, DnsName: 'd' }],
            Tls: { KmsKey: 'k', RoleArn: 'r', IssuerCertificateAuthority: { AwsPcaAuthorityArn: 'p' } },
          },
        ],
      },
      VolumeConfigurations: [{ Name: 'v', ManagedEBSVolume: { RoleArn: 'r', SizeInGiB: 10, Encrypted: true } }],
    },
  ),
  example(
    'aws_ecs_task_definition',
    'ECS::TaskDefinition',
    {
      family: 'f',
      container_definitions: '[{"name":"a"}]',
      volume: [{ name: 'v', configure_at_launch: true }],
      proxy_configuration: [{ type: 'APPMESH', container_name: 'envoy', properties: { AppPorts: '8080' } }],
    },
    {
      Family: 'f',
      ContainerDefinitions: [{ Name: 'a', Privileged: false, ReadonlyRootFilesystem: false }],
      Volumes: [{ Name: 'v', ConfiguredAtLaunch: true }],
      ProxyConfiguration: {
        Type: 'APPMESH',
        ContainerName: 'envoy',
        ProxyConfigurationProperties: [{ Name: 'AppPorts', Value: '8080' }],
      },
    },
  ),
  example(
    'aws_ecs_cluster_capacity_providers',
    'ECS::Cluster',
    {
      capacity_providers: ['FARGATE'],
      default_capacity_provider_strategy: [{ capacity_provider: 'FARGATE', base: 1, weight: 100 }],
    },
    {
      CapacityProviders: ['FARGATE'],
      DefaultCapacityProviderStrategy: [{ CapacityProvider: 'FARGATE', Base: 1, Weight: 100 }],
    },
  ),
  example(
    'aws_ecs_capacity_provider',
    'ECS::CapacityProvider',
    {
      name: 'p',
      cluster: 'c',
      auto_scaling_group_provider: [
        {
          auto_scaling_group_arn: reference('aws_autoscaling_group.g', 'arn'),
          managed_termination_protection: 'ENABLED',
          managed_scaling: [{ status: 'ENABLED', target_capacity: 100 }],
        },
      ],
    },
    {
      Name: 'p',
      ClusterName: 'c',
      AutoScalingGroupProvider: {
        AutoScalingGroupArn: '<aws_autoscaling_group.g.arn>',
        ManagedTerminationProtection: 'ENABLED',
        ManagedScaling: { Status: 'ENABLED', TargetCapacity: 100 },
      },
    },
  ),
  example(
    'aws_ecs_task_set',
    'ECS::TaskSet',
    {
      service: reference('aws_ecs_service.s', 'id'),
      cluster: reference('aws_ecs_cluster.c', 'id'),
      task_definition: 't',
      external_id: 'e',
      launch_type: 'FARGATE',
      network_configuration: [{ subnets: ['s'], security_groups: ['g'], assign_public_ip: true }],
      load_balancer: [{ target_group_arn: 't', container_name: 'c', container_port: 80 }],
      scale: [{ unit: 'PERCENT', value: 50 }],
    },
    {
      Service: '<aws_ecs_service.s.id>',
      Cluster: '<aws_ecs_cluster.c.id>',
      TaskDefinition: 't',
      ExternalId: 'e',
      LaunchType: 'FARGATE',
      NetworkConfiguration: {
        AwsVpcConfiguration: { Subnets: ['s'], SecurityGroups: ['g'], AssignPublicIp: 'ENABLED' },
      },
      LoadBalancers: [{ TargetGroupArn: 't', ContainerName: 'c', ContainerPort: 80 }],
      Scale: { Unit: 'PERCENT', Value: 50 },
    },
  ),
  example(
    'aws_eks_cluster',
    'EKS::Cluster',
    {
      name: 'c',
      role_arn: 'r',
      version: '1.33',
      vpc_config: [
        {
          subnet_ids: ['s'],
          security_group_ids: ['g'],
          endpoint_private_access: true,
          endpoint_public_access: true,
          public_access_cidrs: ['0.0.0.0/0'],
        },
      ],
      enabled_cluster_log_types: ['api', 'audit'],
      encryption_config: [{ resources: ['secrets'], provider: [{ key_arn: 'k' }] }],
      access_config: [{ authentication_mode: 'API', bootstrap_cluster_creator_admin_permissions: false }],
      tags: TAGS,
    },
    {
      Name: 'c',
      RoleArn: 'r',
      Version: '1.33',
      ResourcesVpcConfig: {
        SubnetIds: ['s'],
        SecurityGroupIds: ['g'],
        EndpointPrivateAccess: true,
        EndpointPublicAccess: true,
        PublicAccessCidrs: ['0.0.0.0/0'],
      },
      Logging: { ClusterLogging: { EnabledTypes: [{ Type: 'api' }, { Type: 'audit' }] } },
      EncryptionConfig: [{ Resources: ['secrets'], Provider: { KeyArn: 'k' } }],
      AccessConfig: { AuthenticationMode: 'API', BootstrapClusterCreatorAdminPermissions: false },
      Tags: TAG_LIST,
    },
  ),
  example(
    'aws_eks_node_group',
    'EKS::Nodegroup',
    {
      cluster_name: reference('aws_eks_cluster.c', 'name'),
      node_group_name: 'n',
      node_role_arn: 'r',
      subnet_ids: ['s'],
      instance_types: ['t3.medium'],
      force_update_version: true,
      scaling_config: [{ desired_size: 1, max_size: 2, min_size: 1 }],
      remote_access: [{ ec2_ssh_key: 'k', source_security_group_ids: ['g'] }],
      labels: { a: 'b' },
      taint: [{ key: 'k', value: 'v', effect: 'NO_SCHEDULE' }],
    },
    {
      ClusterName: '<aws_eks_cluster.c.name>',
      NodegroupName: 'n',
      NodeRole: 'r',
      Subnets: ['s'],
      InstanceTypes: ['t3.medium'],
      ForceUpdateEnabled: true,
      ScalingConfig: { DesiredSize: 1, MaxSize: 2, MinSize: 1 },
      RemoteAccess: { Ec2SshKey: 'k', SourceSecurityGroups: ['g'] },
      Labels: { a: 'b' },
      Taints: [{ Key: 'k', Value: 'v', Effect: 'NO_SCHEDULE' }],
    },
  ),
  example(
    'aws_eks_fargate_profile',
    'EKS::FargateProfile',
    {
      cluster_name: reference('aws_eks_cluster.c', 'name'),
      fargate_profile_name: 'f',
      pod_execution_role_arn: 'r',
      subnet_ids: ['s'],
      selector: [{ namespace: 'n', labels: TAGS }],
    },
    {
      ClusterName: '<aws_eks_cluster.c.name>',
      FargateProfileName: 'f',
      PodExecutionRoleArn: 'r',
      Subnets: ['s'],
      Selectors: [{ Namespace: 'n', Labels: TAG_LIST }],
    },
  ),
  example(
    'aws_eks_addon',
    'EKS::Addon',
    {
      cluster_name: reference('aws_eks_cluster.c', 'name'),
      addon_name: 'vpc-cni',
      addon_version: 'v1',
      service_account_role_arn: 'r',
      resolve_conflicts_on_create: 'OVERWRITE',
      preserve: true,
      pod_identity_association: [{ role_arn: 'r', service_account: 's' }],
    },
    {
      ClusterName: '<aws_eks_cluster.c.name>',
      AddonName: 'vpc-cni',
      AddonVersion: 'v1',
      ServiceAccountRoleArn: 'r',
      ResolveConflicts: 'OVERWRITE',
      PreserveOnDelete: true,
      PodIdentityAssociations: [{ RoleArn: 'r', ServiceAccount: 's' }],
    },
  ),
  example(
    'aws_eks_access_entry',
    'EKS::AccessEntry',
    {
      cluster_name: reference('aws_eks_cluster.c', 'name'),
      principal_arn: reference('aws_iam_role.r', 'arn'),
      kubernetes_groups: ['g'],
      type: 'STANDARD',
    },
    {
      ClusterName: '<aws_eks_cluster.c.name>',
      PrincipalArn: '<aws_iam_role.r.arn>',
      KubernetesGroups: ['g'],
      Type: 'STANDARD',
    },
  ),
  {
    ...example(
      'aws_eks_access_policy_association',
      'EKS::AccessEntry',
      {
        cluster_name: reference('aws_eks_cluster.c', 'name'),
        policy_arn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
        principal_arn: reference('aws_iam_role.r', 'arn'),
        access_scope: [{ type: 'namespace', namespaces: ['n'] }],
      },
      {
        ClusterName: '<aws_eks_cluster.c.name>',
        PrincipalArn: '<aws_iam_role.r.arn>',
        AccessPolicies: [
          {
            PolicyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
            AccessScope: { Type: 'namespace', Namespaces: ['n'] },
          },
        ],
      },
    ),
    target: { cluster_name: reference('aws_eks_cluster.c', 'name'), principal_arn: reference('aws_iam_role.r', 'arn') },
  },
  example(
    'aws_eks_pod_identity_association',
    'EKS::PodIdentityAssociation',
    {
      cluster_name: reference('aws_eks_cluster.c', 'name'),
      namespace: 'n',
      service_account: 's',
      role_arn: reference('aws_iam_role.r', 'arn'),
    },
    { ClusterName: '<aws_eks_cluster.c.name>', Namespace: 'n', ServiceAccount: 's', RoleArn: '<aws_iam_role.r.arn>' },
  ),
  example(
    'aws_eks_identity_provider_config',
    'EKS::IdentityProviderConfig',
    {
      cluster_name: reference('aws_eks_cluster.c', 'name'),
      oidc: [
        { identity_provider_config_name: 'i', client_id: 'c', issuer_url: 'https://i', required_claims: { a: 'b' } },
      ],
    },
    {
      ClusterName: '<aws_eks_cluster.c.name>',
      Oidc: { ClientId: 'c', IssuerUrl: 'https://i', RequiredClaims: [{ Key: 'a', Value: 'b' }] },
      Type: 'oidc',
      IdentityProviderConfigName: 'i',
    },
  ),
];
