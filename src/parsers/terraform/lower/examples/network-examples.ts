/** EC2, VPC, load balancers, web ACLs and CloudFront. Data of the contract test. */
import { reference } from '../../../../dictionary/testing-values.ts';
import { DOCUMENT, example, type LoweringExample, POLICY, TAG_LIST, TAGS, VPC_ID } from './lowering-example.ts';

export const networkExamples: readonly LoweringExample[] = [
  example(
    'aws_security_group',
    'EC2::SecurityGroup',
    {
      name: 'g',
      description: 'd',
      vpc_id: VPC_ID,
      ingress: [{ from_port: 22, to_port: 22, protocol: 6, cidr_blocks: ['::/0'] }],
    },
    {
      GroupName: 'g',
      GroupDescription: 'd',
      VpcId: '<aws_vpc.main.id>',
      SecurityGroupIngress: [{ FromPort: 22, ToPort: 22, IpProtocol: '6', CidrIp: '::/0' }],
    },
  ),
  example(
    'aws_default_security_group',
    'EC2::SecurityGroup',
    { vpc_id: VPC_ID, ingress: [{ from_port: 22, to_port: 22, protocol: 6, cidr_blocks: ['::/0'] }] },
    {
      VpcId: '<aws_vpc.main.id>',
      SecurityGroupIngress: [{ FromPort: 22, ToPort: 22, IpProtocol: '6', CidrIp: '::/0' }],
    },
  ),
  example(
    'aws_vpc',
    'EC2::VPC',
    { cidr_block: '10.0.0.0/16', enable_dns_hostnames: true, instance_tenancy: 'default', tags: TAGS },
    { CidrBlock: '10.0.0.0/16', EnableDnsHostnames: true, InstanceTenancy: 'default', Tags: TAG_LIST },
  ),
  example(
    'aws_subnet',
    'EC2::Subnet',
    { vpc_id: VPC_ID, cidr_block: '10.0.0.0/24', map_public_ip_on_launch: true },
    { VpcId: '<aws_vpc.main.id>', CidrBlock: '10.0.0.0/24', MapPublicIpOnLaunch: true },
  ),
  example(
    'aws_instance',
    'EC2::Instance',
    {
      ami: 'ami-1',
      instance_type: 't3.micro',
      vpc_security_group_ids: ['g'],
      iam_instance_profile: 'p',
      associate_public_ip_address: true,
      metadata_options: [{ http_tokens: 'required', http_put_response_hop_limit: 1 }],
      root_block_device: [{ encrypted: true, volume_size: '20' }],
      ebs_block_device: [{ device_name: '/dev/sdb', encrypted: false }],
    },
    {
      ImageId: 'ami-1',
      InstanceType: 't3.micro',
      SecurityGroupIds: ['g'],
      IamInstanceProfile: 'p',
      NetworkInterfaces: [{ AssociatePublicIpAddress: true, DeviceIndex: '0' }],
      MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 1 },
      BlockDeviceMappings: [
        { Ebs: { Encrypted: true, VolumeSize: 20 } },
        { DeviceName: '/dev/sdb', Ebs: { Encrypted: false } },
      ],
    },
  ),
  example(
    'aws_launch_template',
    'EC2::LaunchTemplate',
    {
      name: 't',
      image_id: 'ami-1',
      vpc_security_group_ids: ['g'],
      iam_instance_profile: [{ arn: 'p' }],
      metadata_options: [{ http_tokens: 'optional' }],
      block_device_mappings: [{ device_name: '/dev/sda1', ebs: [{ encrypted: 'true' }] }],
      network_interfaces: [{ associate_public_ip_address: true, security_groups: ['h'] }],
    },
    {
      LaunchTemplateName: 't',
      LaunchTemplateData: {
        ImageId: 'ami-1',
        SecurityGroupIds: ['g'],
        IamInstanceProfile: { Arn: 'p' },
        MetadataOptions: { HttpTokens: 'optional' },
        BlockDeviceMappings: [{ DeviceName: '/dev/sda1', Ebs: { Encrypted: true } }],
        NetworkInterfaces: [{ AssociatePublicIpAddress: true, Groups: ['h'] }],
      },
    },
  ),
  example(
    'aws_vpc_endpoint',
    'EC2::VPCEndpoint',
    { vpc_id: VPC_ID, service_name: 's3', vpc_endpoint_type: 'Gateway', policy: POLICY, route_table_ids: ['r'] },
    {
      VpcId: '<aws_vpc.main.id>',
      ServiceName: 's3',
      VpcEndpointType: 'Gateway',
      PolicyDocument: DOCUMENT,
      RouteTableIds: ['r'],
    },
  ),
  example('aws_vpc_endpoint_policy', 'EC2::VPCEndpoint', { policy: POLICY }, { PolicyDocument: DOCUMENT }),
  example(
    'aws_flow_log',
    'EC2::FlowLog',
    { vpc_id: VPC_ID, traffic_type: 'ALL', log_destination: 'b', log_destination_type: 's3', iam_role_arn: 'r' },
    {
      ResourceId: '<aws_vpc.main.id>',
      ResourceType: 'VPC',
      TrafficType: 'ALL',
      LogDestination: 'b',
      LogDestinationType: 's3',
      DeliverLogsPermissionArn: 'r',
    },
  ),
  ...(['aws_lb_listener', 'aws_alb_listener'] as const).map((type) =>
    example(
      type,
      'ElasticLoadBalancingV2::Listener',
      {
        load_balancer_arn: reference('aws_lb.l', 'arn'),
        port: '80',
        protocol: 'HTTP',
        ssl_policy: 'p',
        certificate_arn: 'c',
        default_action: [{ type: 'redirect', redirect: [{ port: 443, protocol: 'HTTPS', status_code: 'HTTP_301' }] }],
      },
      {
        LoadBalancerArn: '<aws_lb.l.arn>',
        Port: 80,
        Protocol: 'HTTP',
        SslPolicy: 'p',
        Certificates: [{ CertificateArn: 'c' }],
        DefaultActions: [
          { Type: 'redirect', RedirectConfig: { Port: '443', Protocol: 'HTTPS', StatusCode: 'HTTP_301' } },
        ],
      },
    ),
  ),
  ...(['aws_lb_target_group', 'aws_alb_target_group'] as const).map((type) =>
    example(
      type,
      'ElasticLoadBalancingV2::TargetGroup',
      { name: 't', port: 80, protocol: 'HTTP', vpc_id: VPC_ID, target_type: 'ip' },
      { Name: 't', Port: 80, Protocol: 'HTTP', VpcId: '<aws_vpc.main.id>', TargetType: 'ip' },
    ),
  ),
  example(
    'aws_wafv2_web_acl',
    'WAFv2::WebACL',
    {
      name: 'w',
      scope: 'REGIONAL',
      default_action: [{ block: [{}] }],
      rule: [
        {
          name: 'r',
          priority: 1,
          override_action: [{ none: [{}] }],
          statement: [
            {
              and_statement: [
                {
                  statement: [
                    { managed_rule_group_statement: [{ name: 'Common', vendor_name: 'AWS' }] },
                    { ip_set_reference_statement: [{ arn: 'ip' }] },
                  ],
                },
              ],
            },
          ],
          visibility_config: [{ metric_name: 'm', cloudwatch_metrics_enabled: true, sampled_requests_enabled: true }],
        },
      ],
    },
    {
      Name: 'w',
      Scope: 'REGIONAL',
      DefaultAction: { Block: {} },
      Rules: [
        {
          Name: 'r',
          Priority: 1,
          OverrideAction: { None: {} },
          Statement: {
            AndStatement: {
              Statements: [
                { ManagedRuleGroupStatement: { Name: 'Common', VendorName: 'AWS' } },
                { IPSetReferenceStatement: { Arn: 'ip' } },
              ],
            },
          },
          VisibilityConfig: { MetricName: 'm', CloudWatchMetricsEnabled: true, SampledRequestsEnabled: true },
        },
      ],
    },
  ),
  example(
    'aws_wafv2_web_acl_association',
    'WAFv2::WebACLAssociation',
    { resource_arn: reference('aws_lb.l', 'arn'), web_acl_arn: reference('aws_wafv2_web_acl.w', 'arn') },
    { ResourceArn: '<aws_lb.l.arn>', WebACLArn: '<aws_wafv2_web_acl.w.arn>' },
  ),
  example(
    'aws_cloudfront_distribution',
    'CloudFront::Distribution',
    {
      enabled: true,
      web_acl_id: 'w',
      origin: [
        {
          origin_id: 'o',
          domain_name: 'd',
          custom_origin_config: [
            { http_port: 80, origin_protocol_policy: 'http-only', origin_ssl_protocols: ['TLSv1'] },
          ],
        },
      ],
      default_cache_behavior: [
        { target_origin_id: 'o', viewer_protocol_policy: 'allow-all', allowed_methods: ['GET'] },
      ],
      viewer_certificate: [{ cloudfront_default_certificate: true, minimum_protocol_version: 'TLSv1' }],
      logging_config: [{ bucket: 'b' }],
      restrictions: [{ geo_restriction: [{ restriction_type: 'none' }] }],
      tags: TAGS,
    },
    {
      DistributionConfig: {
        Enabled: true,
        WebACLId: 'w',
        Origins: [
          {
            Id: 'o',
            DomainName: 'd',
            CustomOriginConfig: { HTTPPort: 80, OriginProtocolPolicy: 'http-only', OriginSSLProtocols: ['TLSv1'] },
          },
        ],
        DefaultCacheBehavior: { TargetOriginId: 'o', ViewerProtocolPolicy: 'allow-all', AllowedMethods: ['GET'] },
        ViewerCertificate: { CloudFrontDefaultCertificate: true, MinimumProtocolVersion: 'TLSv1' },
        Logging: { Bucket: 'b' },
        Restrictions: { GeoRestriction: { RestrictionType: 'none' } },
      },
      Tags: TAG_LIST,
    },
  ),
];
