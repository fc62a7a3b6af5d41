/** VPC Lattice, App Mesh and Cloud Map. Data of the contract test. */
import { reference } from '../../../../dictionary/testing-values.ts';
import { DOCUMENT, example, type LoweringExample, POLICY } from './lowering-example.ts';

export const serviceMeshExamples: readonly LoweringExample[] = [
  example(
    'aws_vpclattice_service',
    'VpcLattice::Service',
    { name: 's', auth_type: 'AWS_IAM', certificate_arn: 'c', custom_domain_name: 'a.example.com' },
    { Name: 's', AuthType: 'AWS_IAM', CertificateArn: 'c', CustomDomainName: 'a.example.com' },
  ),
  example(
    'aws_vpclattice_service_network',
    'VpcLattice::ServiceNetwork',
    { name: 'n', auth_type: 'NONE' },
    { Name: 'n', AuthType: 'NONE' },
  ),
  example(
    'aws_vpclattice_service_network_service_association',
    'VpcLattice::ServiceNetworkServiceAssociation',
    {
      service_identifier: reference('aws_vpclattice_service.s', 'id'),
      service_network_identifier: reference('aws_vpclattice_service_network.n', 'id'),
    },
    {
      ServiceIdentifier: '<aws_vpclattice_service.s.id>',
      ServiceNetworkIdentifier: '<aws_vpclattice_service_network.n.id>',
    },
  ),
  example(
    'aws_vpclattice_service_network_vpc_association',
    'VpcLattice::ServiceNetworkVpcAssociation',
    {
      vpc_identifier: reference('aws_vpc.main', 'id'),
      service_network_identifier: reference('aws_vpclattice_service_network.n', 'id'),
      security_group_ids: ['g'],
    },
    {
      VpcIdentifier: '<aws_vpc.main.id>',
      ServiceNetworkIdentifier: '<aws_vpclattice_service_network.n.id>',
      SecurityGroupIds: ['g'],
    },
  ),
  example(
    'aws_vpclattice_service_network_resource_association',
    'VpcLattice::ServiceNetworkResourceAssociation',
    {
      resource_configuration_identifier: reference('aws_vpclattice_resource_configuration.r', 'id'),
      service_network_identifier: reference('aws_vpclattice_service_network.n', 'id'),
    },
    {
      ResourceConfigurationId: '<aws_vpclattice_resource_configuration.r.id>',
      ServiceNetworkId: '<aws_vpclattice_service_network.n.id>',
    },
  ),
  example(
    'aws_vpclattice_auth_policy',
    'VpcLattice::AuthPolicy',
    { resource_identifier: reference('aws_vpclattice_service.s', 'arn'), policy: POLICY },
    { ResourceIdentifier: '<aws_vpclattice_service.s.arn>', Policy: DOCUMENT },
  ),
  example(
    'aws_vpclattice_resource_policy',
    'VpcLattice::ResourcePolicy',
    { resource_arn: reference('aws_vpclattice_service_network.n', 'arn'), policy: POLICY },
    { ResourceArn: '<aws_vpclattice_service_network.n.arn>', Policy: DOCUMENT },
  ),
  example(
    'aws_vpclattice_listener',
    'VpcLattice::Listener',
    {
      name: 'l',
      protocol: 'HTTPS',
      port: 443,
      service_identifier: reference('aws_vpclattice_service.s', 'id'),
      default_action: [{ forward: [{ target_groups: [{ target_group_identifier: 't', weight: 1 }] }] }],
    },
    {
      Name: 'l',
      Protocol: 'HTTPS',
      Port: 443,
      ServiceIdentifier: '<aws_vpclattice_service.s.id>',
      DefaultAction: { Forward: { TargetGroups: [{ TargetGroupIdentifier: 't', Weight: 1 }] } },
    },
  ),
  example(
    'aws_vpclattice_listener',
    'VpcLattice::Listener',
    {
      name: 'l',
      protocol: 'HTTP',
      service_arn: reference('aws_vpclattice_service.s', 'arn'),
      default_action: [{ fixed_response: [{ status_code: 404 }] }],
    },
    {
      Name: 'l',
      Protocol: 'HTTP',
      ServiceIdentifier: '<aws_vpclattice_service.s.arn>',
      DefaultAction: { FixedResponse: { StatusCode: 404 } },
    },
  ),
  example(
    'aws_vpclattice_listener_rule',
    'VpcLattice::Rule',
    {
      name: 'r',
      listener_identifier: 'l',
      service_identifier: reference('aws_vpclattice_service.s', 'id'),
      priority: 10,
      match: [
        {
          http_match: [
            {
              method: 'GET',
              path_match: [{ match: [{ prefix: '/a' }] }],
              header_matches: [{ name: 'X', match: [{ exact: 'y' }] }],
            },
          ],
        },
      ],
      action: [{ forward: [{ target_groups: [{ target_group_identifier: 't' }] }] }],
    },
    {
      Name: 'r',
      ListenerIdentifier: 'l',
      ServiceIdentifier: '<aws_vpclattice_service.s.id>',
      Priority: 10,
      Match: {
        HttpMatch: {
          Method: 'GET',
          PathMatch: { Match: { Prefix: '/a' } },
          HeaderMatches: [{ Name: 'X', Match: { Exact: 'y' } }],
        },
      },
      Action: { Forward: { TargetGroups: [{ TargetGroupIdentifier: 't' }] } },
    },
  ),
  example(
    'aws_vpclattice_target_group',
    'VpcLattice::TargetGroup',
    {
      name: 't',
      type: 'INSTANCE',
      config: [
        {
          vpc_identifier: reference('aws_vpc.main', 'id'),
          port: 80,
          protocol: 'HTTP',
          health_check: [{ enabled: true, path: '/', matcher: [{ value: '200' }] }],
        },
      ],
    },
    {
      Name: 't',
      Type: 'INSTANCE',
      Config: {
        VpcIdentifier: '<aws_vpc.main.id>',
        Port: 80,
        Protocol: 'HTTP',
        HealthCheck: { Enabled: true, Path: '/', Matcher: { HttpCode: '200' } },
      },
    },
  ),
  example(
    'aws_vpclattice_target_group_attachment',
    'VpcLattice::TargetGroup',
    { target: [{ id: reference('aws_instance.i', 'id'), port: 80 }] },
    { Targets: [{ Id: '<aws_instance.i.id>', Port: 80 }] },
  ),
  example(
    'aws_vpclattice_access_log_subscription',
    'VpcLattice::AccessLogSubscription',
    {
      resource_identifier: reference('aws_vpclattice_service.s', 'id'),
      destination_arn: reference('aws_s3_bucket.b', 'arn'),
    },
    { ResourceIdentifier: '<aws_vpclattice_service.s.id>', DestinationArn: '<aws_s3_bucket.b.arn>' },
  ),
  example(
    'aws_vpclattice_resource_configuration',
    'VpcLattice::ResourceConfiguration',
    {
      name: 'r',
      type: 'SINGLE',
      protocol: 'TCP',
      port_ranges: ['80'],
      resource_gateway_identifier: 'g',
      allow_association_to_shareable_service_network: true,
      resource_configuration_definition: [{ dns_resource: [{ domain_name: 'd', ip_address_type: 'IPV4' }] }],
    },
    {
      Name: 'r',
      ResourceConfigurationType: 'SINGLE',
      ProtocolType: 'TCP',
      PortRanges: ['80'],
      ResourceGatewayId: 'g',
      AllowAssociationToSharableServiceNetwork: true,
      ResourceConfigurationDefinition: { DnsResource: { DomainName: 'd', IpAddressType: 'IPV4' } },
    },
  ),
  example(
    'aws_vpclattice_resource_configuration',
    'VpcLattice::ResourceConfiguration',
    {
      name: 'r',
      type: 'ARN',
      resource_configuration_definition: [
        { arn_resource: [{ arn: reference('aws_rds_cluster.c', 'arn') }], ip_resource: [{ ip_address: '10.0.0.1' }] },
      ],
    },
    {
      Name: 'r',
      ResourceConfigurationType: 'ARN',
      ResourceConfigurationDefinition: { ArnResource: '<aws_rds_cluster.c.arn>', IpResource: '10.0.0.1' },
    },
  ),
  example(
    'aws_vpclattice_resource_gateway',
    'VpcLattice::ResourceGateway',
    { name: 'g', vpc_id: reference('aws_vpc.main', 'id'), subnet_ids: ['s'], security_group_ids: ['g'] },
    { Name: 'g', VpcIdentifier: '<aws_vpc.main.id>', SubnetIds: ['s'], SecurityGroupIds: ['g'] },
  ),
  example(
    'aws_appmesh_mesh',
    'AppMesh::Mesh',
    { name: 'm', spec: [{ egress_filter: [{ type: 'ALLOW_ALL' }] }] },
    { MeshName: 'm', Spec: { EgressFilter: { Type: 'ALLOW_ALL' } } },
  ),
  example(
    'aws_appmesh_virtual_node',
    'AppMesh::VirtualNode',
    {
      name: 'n',
      mesh_name: 'm',
      spec: [
        {
          backend: [{ virtual_service: [{ virtual_service_name: 'b' }] }],
          listener: [
            {
              port_mapping: [{ port: 8080, protocol: 'http' }],
              connection_pool: [{ http: [{ max_connections: 10 }] }],
              tls: [{ mode: 'STRICT', certificate: [{ acm: [{ certificate_arn: 'c' }] }] }],
            },
          ],
          service_discovery: [
            { aws_cloud_map: [{ namespace_name: 'n', service_name: 's', attributes: { stack: 'a' } }] },
          ],
          logging: [{ access_log: [{ file: [{ path: '/dev/stdout' }] }] }],
        },
      ],
    },
    {
      VirtualNodeName: 'n',
      MeshName: 'm',
      Spec: {
        Backends: [{ VirtualService: { VirtualServiceName: 'b' } }],
        Listeners: [
          {
            PortMapping: { Port: 8080, Protocol: 'http' },
            ConnectionPool: { HTTP: { MaxConnections: 10 } },
            TLS: { Mode: 'STRICT', Certificate: { ACM: { CertificateArn: 'c' } } },
          },
        ],
        ServiceDiscovery: {
          AWSCloudMap: { NamespaceName: 'n', ServiceName: 's', Attributes: [{ Key: 'stack', Value: 'a' }] },
        },
        Logging: { AccessLog: { File: { Path: '/dev/stdout' } } },
      },
    },
  ),
  example(
    'aws_appmesh_virtual_gateway',
    'AppMesh::VirtualGateway',
    { name: 'g', mesh_name: 'm', spec: [{ listener: [{ port_mapping: [{ port: 8080, protocol: 'http' }] }] }] },
    {
      VirtualGatewayName: 'g',
      MeshName: 'm',
      Spec: { Listeners: [{ PortMapping: { Port: 8080, Protocol: 'http' } }] },
    },
  ),
  example(
    'aws_appmesh_virtual_router',
    'AppMesh::VirtualRouter',
    { name: 'r', mesh_name: 'm', spec: [{ listener: [{ port_mapping: [{ port: 8080, protocol: 'http' }] }] }] },
    { VirtualRouterName: 'r', MeshName: 'm', Spec: { Listeners: [{ PortMapping: { Port: 8080, Protocol: 'http' } }] } },
  ),
  example(
    'aws_appmesh_virtual_service',
    'AppMesh::VirtualService',
    { name: 's', mesh_name: 'm', spec: [{ provider: [{ virtual_node: [{ virtual_node_name: 'n' }] }] }] },
    { VirtualServiceName: 's', MeshName: 'm', Spec: { Provider: { VirtualNode: { VirtualNodeName: 'n' } } } },
  ),
  example(
    'aws_appmesh_route',
    'AppMesh::Route',
    {
      name: 'r',
      mesh_name: 'm',
      virtual_router_name: 'v',
      spec: [
        {
          http_route: [
            { match: [{ prefix: '/' }], action: [{ weighted_target: [{ virtual_node: 'n', weight: 100 }] }] },
          ],
        },
      ],
    },
    {
      RouteName: 'r',
      MeshName: 'm',
      VirtualRouterName: 'v',
      Spec: { HttpRoute: { Match: { Prefix: '/' }, Action: { WeightedTargets: [{ VirtualNode: 'n', Weight: 100 }] } } },
    },
  ),
  example(
    'aws_appmesh_gateway_route',
    'AppMesh::GatewayRoute',
    {
      name: 'g',
      mesh_name: 'm',
      virtual_gateway_name: 'v',
      spec: [
        {
          http_route: [
            { match: [{ prefix: '/' }], action: [{ target: [{ virtual_service: [{ virtual_service_name: 's' }] }] }] },
          ],
        },
      ],
    },
    {
      GatewayRouteName: 'g',
      MeshName: 'm',
      VirtualGatewayName: 'v',
      Spec: {
        HttpRoute: { Match: { Prefix: '/' }, Action: { Target: { VirtualService: { VirtualServiceName: 's' } } } },
      },
    },
  ),
  example(
    'aws_service_discovery_http_namespace',
    'ServiceDiscovery::HttpNamespace',
    { name: 'n', description: 'd' },
    { Name: 'n', Description: 'd' },
  ),
  example(
    'aws_service_discovery_private_dns_namespace',
    'ServiceDiscovery::PrivateDnsNamespace',
    { name: 'corp', vpc: reference('aws_vpc.main', 'id') },
    { Name: 'corp', Vpc: '<aws_vpc.main.id>' },
  ),
  example(
    'aws_service_discovery_public_dns_namespace',
    'ServiceDiscovery::PublicDnsNamespace',
    { name: 'example.com' },
    { Name: 'example.com' },
  ),
  example(
    'aws_service_discovery_service',
    'ServiceDiscovery::Service',
    {
      name: 's',
      namespace_id: 'n',
      dns_config: [{ namespace_id: 'n', routing_policy: 'MULTIVALUE', dns_records: [{ ttl: 10, type: 'A' }] }],
      health_check_custom_config: [{ failure_threshold: 1 }],
    },
    {
      Name: 's',
      NamespaceId: 'n',
      DnsConfig: { NamespaceId: 'n', RoutingPolicy: 'MULTIVALUE', DnsRecords: [{ TTL: 10, Type: 'A' }] },
      HealthCheckCustomConfig: { FailureThreshold: 1 },
    },
  ),
  example(
    'aws_service_discovery_instance',
    'ServiceDiscovery::Instance',
    {
      instance_id: 'i',
      service_id: reference('aws_service_discovery_service.s', 'id'),
      attributes: { AWS_INSTANCE_IPV4: '10.0.0.1' },
    },
    {
      InstanceId: 'i',
      ServiceId: '<aws_service_discovery_service.s.id>',
      InstanceAttributes: { AWS_INSTANCE_IPV4: '10.0.0.1' },
    },
  ),
];
