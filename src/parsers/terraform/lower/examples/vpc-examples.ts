/** Networks, routing and access lists. Data of the contract test. */
import { reference } from '../../../../dictionary/testing-values.ts';
import { example, type LoweringExample, TAG_LIST, TAGS } from './lowering-example.ts';

export const vpcExamples: readonly LoweringExample[] = [
  example(
    'aws_default_vpc',
    'EC2::VPC',
    { enable_dns_support: true, tags: TAGS },
    { EnableDnsSupport: true, Tags: TAG_LIST },
  ),
  example(
    'aws_subnet',
    'EC2::Subnet',
    {
      vpc_id: reference('aws_vpc.main', 'id'),
      cidr_block: '10.0.0.0/24',
      private_dns_hostname_type_on_launch: 'ip-name',
      enable_resource_name_dns_a_record_on_launch: true,
      enable_resource_name_dns_aaaa_record_on_launch: false,
    },
    {
      VpcId: '<aws_vpc.main.id>',
      CidrBlock: '10.0.0.0/24',
      PrivateDnsNameOptionsOnLaunch: {
        HostnameType: 'ip-name',
        EnableResourceNameDnsARecord: true,
        EnableResourceNameDnsAAAARecord: false,
      },
    },
  ),
  example('aws_default_subnet', 'EC2::Subnet', { availability_zone: 'eu-west-1a' }, { AvailabilityZone: 'eu-west-1a' }),
  example(
    'aws_default_subnet',
    'EC2::Subnet',
    { availability_zone: 'eu-west-1a', map_public_ip_on_launch: false },
    { AvailabilityZone: 'eu-west-1a', MapPublicIpOnLaunch: false },
  ),
  example(
    'aws_vpc_ipv4_cidr_block_association',
    'EC2::VPCCidrBlock',
    { vpc_id: reference('aws_vpc.main', 'id'), cidr_block: '10.1.0.0/16' },
    { VpcId: '<aws_vpc.main.id>', CidrBlock: '10.1.0.0/16' },
  ),
  example(
    'aws_vpc_dhcp_options',
    'EC2::DHCPOptions',
    { domain_name: 'corp', domain_name_servers: ['AmazonProvidedDNS'] },
    { DomainName: 'corp', DomainNameServers: ['AmazonProvidedDNS'] },
  ),
  example(
    'aws_vpc_dhcp_options_association',
    'EC2::VPCDHCPOptionsAssociation',
    { vpc_id: reference('aws_vpc.main', 'id'), dhcp_options_id: 'd' },
    { VpcId: '<aws_vpc.main.id>', DhcpOptionsId: 'd' },
  ),
  example(
    'aws_vpc_block_public_access_options',
    'EC2::VPCBlockPublicAccessOptions',
    { internet_gateway_block_mode: 'block-bidirectional' },
    { InternetGatewayBlockMode: 'block-bidirectional' },
  ),
  example(
    'aws_vpc_block_public_access_exclusion',
    'EC2::VPCBlockPublicAccessExclusion',
    { vpc_id: reference('aws_vpc.main', 'id'), internet_gateway_exclusion_mode: 'allow-egress' },
    { VpcId: '<aws_vpc.main.id>', InternetGatewayExclusionMode: 'allow-egress' },
  ),
  {
    ...example(
      'aws_route_table',
      'EC2::RouteTable',
      {
        vpc_id: reference('aws_vpc.main', 'id'),
        route: [
          { cidr_block: '0.0.0.0/0', gateway_id: reference('aws_internet_gateway.g', 'id') },
          { ipv6_cidr_block: '::/0', egress_only_gateway_id: 'e', cidr_block: '' },
        ],
      },
      { VpcId: '<aws_vpc.main.id>' },
    ),
    more: [
      [
        'AWS::EC2::Route',
        '.route["0.0.0.0/0"]',
        {
          RouteTableId: '<aws_route_table.x.id>',
          DestinationCidrBlock: '0.0.0.0/0',
          GatewayId: '<aws_internet_gateway.g.id>',
        },
      ],
      [
        'AWS::EC2::Route',
        '.route["::/0"]',
        { RouteTableId: '<aws_route_table.x.id>', DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: 'e' },
      ],
    ],
  },
  {
    ...example(
      'aws_default_route_table',
      'EC2::RouteTable',
      {
        default_route_table_id: reference('aws_vpc.main', 'default_route_table_id'),
        route: [{ cidr_block: '10.1.0.0/16', vpc_peering_connection_id: 'p' }],
      },
      {},
    ),
    more: [
      [
        'AWS::EC2::Route',
        '.route["10.1.0.0/16"]',
        {
          RouteTableId: '<aws_default_route_table.x.id>',
          DestinationCidrBlock: '10.1.0.0/16',
          VpcPeeringConnectionId: 'p',
        },
      ],
    ],
  },
  example(
    'aws_route',
    'EC2::Route',
    { route_table_id: reference('aws_route_table.t', 'id'), destination_cidr_block: '0.0.0.0/0', nat_gateway_id: 'n' },
    { RouteTableId: '<aws_route_table.t.id>', DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'n' },
  ),
  example(
    'aws_route',
    'EC2::Route',
    {
      route_table_id: reference('aws_route_table.t', 'id'),
      destination_ipv6_cidr_block: '::/0',
      egress_only_gateway_id: 'e',
    },
    { RouteTableId: '<aws_route_table.t.id>', DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: 'e' },
  ),
  example(
    'aws_route_table_association',
    'EC2::SubnetRouteTableAssociation',
    { route_table_id: reference('aws_route_table.t', 'id'), subnet_id: reference('aws_subnet.s', 'id') },
    { RouteTableId: '<aws_route_table.t.id>', SubnetId: '<aws_subnet.s.id>' },
  ),
  example(
    'aws_route_table_association',
    'EC2::GatewayRouteTableAssociation',
    { route_table_id: reference('aws_route_table.t', 'id'), gateway_id: reference('aws_internet_gateway.g', 'id') },
    { RouteTableId: '<aws_route_table.t.id>', GatewayId: '<aws_internet_gateway.g.id>' },
  ),
  {
    ...example(
      'aws_internet_gateway',
      'EC2::InternetGateway',
      { vpc_id: reference('aws_vpc.main', 'id'), tags: TAGS },
      { Tags: TAG_LIST },
    ),
    more: [
      [
        'AWS::EC2::VPCGatewayAttachment',
        '.vpc_id',
        { InternetGatewayId: '<aws_internet_gateway.x.id>', VpcId: '<aws_vpc.main.id>' },
      ],
    ],
  },
  example(
    'aws_internet_gateway_attachment',
    'EC2::VPCGatewayAttachment',
    { vpc_id: reference('aws_vpc.main', 'id'), internet_gateway_id: reference('aws_internet_gateway.g', 'id') },
    { VpcId: '<aws_vpc.main.id>', InternetGatewayId: '<aws_internet_gateway.g.id>' },
  ),
  example(
    'aws_egress_only_internet_gateway',
    'EC2::EgressOnlyInternetGateway',
    { vpc_id: reference('aws_vpc.main', 'id') },
    { VpcId: '<aws_vpc.main.id>' },
  ),
  example(
    'aws_nat_gateway',
    'EC2::NatGateway',
    {
      subnet_id: reference('aws_subnet.s', 'id'),
      allocation_id: reference('aws_eip.e', 'id'),
      connectivity_type: 'public',
      private_ip: '10.0.0.9',
    },
    {
      SubnetId: '<aws_subnet.s.id>',
      AllocationId: '<aws_eip.e.id>',
      ConnectivityType: 'public',
      PrivateIpAddress: '10.0.0.9',
    },
  ),
  {
    ...example(
      'aws_vpn_gateway',
      'EC2::VPNGateway',
      { vpc_id: reference('aws_vpc.main', 'id'), amazon_side_asn: '64512' },
      { AmazonSideAsn: 64512 },
    ),
    more: [
      [
        'AWS::EC2::VPCGatewayAttachment',
        '.vpc_id',
        { VpnGatewayId: '<aws_vpn_gateway.x.id>', VpcId: '<aws_vpc.main.id>' },
      ],
    ],
  },
  example(
    'aws_vpn_gateway_attachment',
    'EC2::VPCGatewayAttachment',
    { vpc_id: reference('aws_vpc.main', 'id'), vpn_gateway_id: reference('aws_vpn_gateway.g', 'id') },
    { VpcId: '<aws_vpc.main.id>', VpnGatewayId: '<aws_vpn_gateway.g.id>' },
  ),
  example(
    'aws_vpn_gateway_route_propagation',
    'EC2::VPNGatewayRoutePropagation',
    { route_table_id: reference('aws_route_table.t', 'id'), vpn_gateway_id: reference('aws_vpn_gateway.g', 'id') },
    { RouteTableIds: ['<aws_route_table.t.id>'], VpnGatewayId: '<aws_vpn_gateway.g.id>' },
  ),
  {
    ...example(
      'aws_network_acl',
      'EC2::NetworkAcl',
      {
        vpc_id: reference('aws_vpc.main', 'id'),
        subnet_ids: [reference('aws_subnet.s', 'id')],
        ingress: [
          { rule_no: 100, action: 'allow', protocol: 'tcp', from_port: 22, to_port: 22, cidr_block: '0.0.0.0/0' },
        ],
        egress: [
          {
            rule_no: 200,
            action: 'allow',
            protocol: '-1',
            from_port: 0,
            to_port: 0,
            ipv6_cidr_block: '::/0',
            cidr_block: '',
          },
        ],
      },
      { VpcId: '<aws_vpc.main.id>' },
    ),
    more: [
      [
        'AWS::EC2::NetworkAclEntry',
        '.ingress["100"]',
        {
          NetworkAclId: '<aws_network_acl.x.id>',
          Egress: false,
          RuleNumber: 100,
          RuleAction: 'allow',
          Protocol: 6,
          PortRange: { From: 22, To: 22 },
          CidrBlock: '0.0.0.0/0',
        },
      ],
      [
        'AWS::EC2::NetworkAclEntry',
        '.egress["200"]',
        {
          NetworkAclId: '<aws_network_acl.x.id>',
          Egress: true,
          RuleNumber: 200,
          RuleAction: 'allow',
          Protocol: -1,
          PortRange: { From: 0, To: 0 },
          Ipv6CidrBlock: '::/0',
        },
      ],
      [
        'AWS::EC2::SubnetNetworkAclAssociation',
        '.subnet_ids["aws_subnet.s"]',
        { NetworkAclId: '<aws_network_acl.x.id>', SubnetId: '<aws_subnet.s.id>' },
      ],
    ],
  },
  {
    ...example(
      'aws_default_network_acl',
      'EC2::NetworkAcl',
      {
        default_network_acl_id: reference('aws_vpc.main', 'default_network_acl_id'),
        ingress: [
          { rule_no: 100, action: 'allow', protocol: 'all', from_port: 0, to_port: 0, cidr_block: '0.0.0.0/0' },
        ],
      },
      {},
    ),
    more: [
      [
        'AWS::EC2::NetworkAclEntry',
        '.ingress["100"]',
        {
          NetworkAclId: '<aws_default_network_acl.x.id>',
          Egress: false,
          RuleNumber: 100,
          RuleAction: 'allow',
          Protocol: -1,
          PortRange: { From: 0, To: 0 },
          CidrBlock: '0.0.0.0/0',
        },
      ],
    ],
  },
  example(
    'aws_network_acl_rule',
    'EC2::NetworkAclEntry',
    {
      network_acl_id: reference('aws_network_acl.a', 'id'),
      rule_number: 100,
      egress: false,
      rule_action: 'allow',
      protocol: 'icmp',
      icmp_type: -1,
      icmp_code: -1,
      cidr_block: '0.0.0.0/0',
    },
    {
      NetworkAclId: '<aws_network_acl.a.id>',
      RuleNumber: 100,
      Egress: false,
      RuleAction: 'allow',
      Protocol: 1,
      Icmp: { Type: -1, Code: -1 },
      CidrBlock: '0.0.0.0/0',
    },
  ),
  example(
    'aws_network_acl_association',
    'EC2::SubnetNetworkAclAssociation',
    { network_acl_id: reference('aws_network_acl.a', 'id'), subnet_id: reference('aws_subnet.s', 'id') },
    { NetworkAclId: '<aws_network_acl.a.id>', SubnetId: '<aws_subnet.s.id>' },
  ),
];
