/** Private links, addresses, interfaces and Network Firewall. Data of the contract test. */
import { reference } from '../../../../dictionary/testing-values.ts';
import { example, type LoweringExample } from './lowering-example.ts';

export const networkEdgeExamples: readonly LoweringExample[] = [
  example(
    'aws_vpc_endpoint',
    'EC2::VPCEndpoint',
    {
      vpc_id: reference('aws_vpc.main', 'id'),
      service_name: 's3',
      vpc_endpoint_type: 'Interface',
      private_dns_enabled: true,
      security_group_ids: ['g'],
      dns_options: [{ dns_record_ip_type: 'ipv4' }],
    },
    {
      VpcId: '<aws_vpc.main.id>',
      ServiceName: 's3',
      VpcEndpointType: 'Interface',
      PrivateDnsEnabled: true,
      SecurityGroupIds: ['g'],
      DnsOptions: { DnsRecordIpType: 'ipv4' },
    },
  ),
  example(
    'aws_vpc_endpoint_security_group_association',
    'EC2::VPCEndpoint',
    { security_group_id: reference('aws_security_group.g', 'id') },
    { SecurityGroupIds: ['<aws_security_group.g.id>'] },
  ),
  example(
    'aws_vpc_endpoint_route_table_association',
    'EC2::VPCEndpoint',
    { route_table_id: reference('aws_route_table.t', 'id') },
    { RouteTableIds: ['<aws_route_table.t.id>'] },
  ),
  example(
    'aws_vpc_endpoint_subnet_association',
    'EC2::VPCEndpoint',
    { subnet_id: reference('aws_subnet.s', 'id') },
    { SubnetIds: ['<aws_subnet.s.id>'] },
  ),
  {
    ...example(
      'aws_vpc_endpoint_service',
      'EC2::VPCEndpointService',
      {
        acceptance_required: false,
        network_load_balancer_arns: [reference('aws_lb.l', 'arn')],
        allowed_principals: ['*'],
      },
      { AcceptanceRequired: false, NetworkLoadBalancerArns: ['<aws_lb.l.arn>'] },
    ),
    more: [
      [
        'AWS::EC2::VPCEndpointServicePermissions',
        '.allowed_principals',
        { ServiceId: '<aws_vpc_endpoint_service.x.id>', AllowedPrincipals: ['*'] },
      ],
    ],
  },
  example(
    'aws_vpc_endpoint_service_allowed_principal',
    'EC2::VPCEndpointServicePermissions',
    {
      vpc_endpoint_service_id: reference('aws_vpc_endpoint_service.s', 'id'),
      principal_arn: 'arn:aws:iam::111122223333:root',
    },
    { ServiceId: '<aws_vpc_endpoint_service.s.id>', AllowedPrincipals: ['arn:aws:iam::111122223333:root'] },
  ),
  example(
    'aws_ec2_instance_connect_endpoint',
    'EC2::InstanceConnectEndpoint',
    { subnet_id: reference('aws_subnet.s', 'id'), security_group_ids: ['g'], preserve_client_ip: false },
    { SubnetId: '<aws_subnet.s.id>', SecurityGroupIds: ['g'], PreserveClientIp: false },
  ),
  example(
    'aws_eip',
    'EC2::EIP',
    { domain: 'vpc', instance: reference('aws_instance.i', 'id') },
    { Domain: 'vpc', InstanceId: '<aws_instance.i.id>' },
  ),
  {
    ...example(
      'aws_eip',
      'EC2::EIP',
      { domain: 'vpc', network_interface: reference('aws_network_interface.n', 'id') },
      { Domain: 'vpc' },
    ),
    more: [
      [
        'AWS::EC2::EIPAssociation',
        '.network_interface',
        { AllocationId: '<aws_eip.x.id>', NetworkInterfaceId: '<aws_network_interface.n.id>' },
      ],
    ],
  },
  example(
    'aws_eip_association',
    'EC2::EIPAssociation',
    {
      allocation_id: reference('aws_eip.e', 'id'),
      instance_id: reference('aws_instance.i', 'id'),
      public_ip: '192.0.2.1',
    },
    { AllocationId: '<aws_eip.e.id>', InstanceId: '<aws_instance.i.id>', EIP: '192.0.2.1' },
  ),
  {
    ...example(
      'aws_network_interface',
      'EC2::NetworkInterface',
      {
        subnet_id: 's',
        security_groups: ['g'],
        private_ips: ['10.0.0.5'],
        source_dest_check: false,
        ipv4_prefixes: ['10.0.1.0/28'],
        ipv6_addresses: ['2001:db8::1'],
        ipv6_prefixes: ['2001:db8::/80'],
        attachment: [{ instance: reference('aws_instance.i', 'id'), device_index: 1 }],
      },
      {
        SubnetId: 's',
        GroupSet: ['g'],
        PrivateIpAddresses: [{ PrivateIpAddress: '10.0.0.5' }],
        SourceDestCheck: false,
        Ipv4Prefixes: [{ Ipv4Prefix: '10.0.1.0/28' }],
        Ipv6Addresses: [{ Ipv6Address: '2001:db8::1' }],
        Ipv6Prefixes: [{ Ipv6Prefix: '2001:db8::/80' }],
      },
    ),
    more: [
      [
        'AWS::EC2::NetworkInterfaceAttachment',
        '.attachment["1"]',
        { NetworkInterfaceId: '<aws_network_interface.x.id>', InstanceId: '<aws_instance.i.id>', DeviceIndex: '1' },
      ],
    ],
  },
  example(
    'aws_network_interface_attachment',
    'EC2::NetworkInterfaceAttachment',
    {
      instance_id: reference('aws_instance.i', 'id'),
      network_interface_id: reference('aws_network_interface.n', 'id'),
      device_index: 0,
    },
    { InstanceId: '<aws_instance.i.id>', NetworkInterfaceId: '<aws_network_interface.n.id>', DeviceIndex: '0' },
  ),
  example(
    'aws_network_interface_sg_attachment',
    'EC2::NetworkInterface',
    { security_group_id: reference('aws_security_group.g', 'id') },
    { GroupSet: ['<aws_security_group.g.id>'] },
  ),
  example(
    'aws_ec2_managed_prefix_list',
    'EC2::PrefixList',
    { name: 'p', address_family: 'IPv4', max_entries: 5, entry: [{ cidr: '0.0.0.0/0', description: 'all' }] },
    { PrefixListName: 'p', AddressFamily: 'IPv4', MaxEntries: 5, Entries: [{ Cidr: '0.0.0.0/0', Description: 'all' }] },
  ),
  example(
    'aws_ec2_managed_prefix_list_entry',
    'EC2::PrefixList',
    { cidr: '10.0.0.0/8', description: 'd' },
    { Entries: [{ Cidr: '10.0.0.0/8', Description: 'd' }] },
  ),
  example(
    'aws_networkfirewall_firewall',
    'NetworkFirewall::Firewall',
    {
      name: 'f',
      firewall_policy_arn: reference('aws_networkfirewall_firewall_policy.p', 'arn'),
      vpc_id: reference('aws_vpc.main', 'id'),
      delete_protection: true,
      subnet_mapping: [{ subnet_id: 's' }],
      availability_zone_mapping: [{ availability_zone_id: 'use1-az1' }],
    },
    {
      FirewallName: 'f',
      FirewallPolicyArn: '<aws_networkfirewall_firewall_policy.p.arn>',
      VpcId: '<aws_vpc.main.id>',
      DeleteProtection: true,
      SubnetMappings: [{ SubnetId: 's' }],
      AvailabilityZoneMappings: [{ AvailabilityZone: 'use1-az1' }],
    },
  ),
  example(
    'aws_networkfirewall_firewall_policy',
    'NetworkFirewall::FirewallPolicy',
    {
      name: 'p',
      firewall_policy: [
        {
          stateless_default_actions: ['aws:pass'],
          stateless_fragment_default_actions: ['aws:drop'],
          stateful_rule_group_reference: [{ resource_arn: 'r', priority: 1 }],
          policy_variables: [{ rule_variables: [{ key: 'HOME_NET', ip_set: [{ definition: ['10.0.0.0/16'] }] }] }],
        },
      ],
    },
    {
      FirewallPolicyName: 'p',
      FirewallPolicy: {
        StatelessDefaultActions: ['aws:pass'],
        StatelessFragmentDefaultActions: ['aws:drop'],
        StatefulRuleGroupReferences: [{ ResourceArn: 'r', Priority: 1 }],
        PolicyVariables: { RuleVariables: { HOME_NET: { Definition: ['10.0.0.0/16'] } } },
      },
    },
  ),
  example(
    'aws_networkfirewall_rule_group',
    'NetworkFirewall::RuleGroup',
    {
      name: 'g',
      capacity: 100,
      type: 'STATEFUL',
      rule_group: [
        {
          rule_variables: [
            {
              ip_sets: [{ key: 'WEB', ip_set: [{ definition: ['10.0.0.0/16'] }] }],
              port_sets: [{ key: 'PORTS', port_set: [{ definition: ['443'] }] }],
            },
          ],
          reference_sets: [{ ip_set_references: [{ key: 'L', ip_set_reference: [{ reference_arn: 'p' }] }] }],
          rules_source: [
            {
              rules_source_list: [
                { generated_rules_type: 'DENYLIST', target_types: ['HTTP_HOST'], targets: ['bad.example'] },
              ],
            },
          ],
        },
      ],
    },
    {
      RuleGroupName: 'g',
      Capacity: 100,
      Type: 'STATEFUL',
      RuleGroup: {
        RuleVariables: {
          IPSets: { WEB: { Definition: ['10.0.0.0/16'] } },
          PortSets: { PORTS: { Definition: ['443'] } },
        },
        ReferenceSets: { IPSetReferences: { L: { ReferenceArn: 'p' } } },
        RulesSource: {
          RulesSourceList: { GeneratedRulesType: 'DENYLIST', TargetTypes: ['HTTP_HOST'], Targets: ['bad.example'] },
        },
      },
    },
  ),
  example(
    'aws_networkfirewall_rule_group',
    'NetworkFirewall::RuleGroup',
    { name: 'g', capacity: 100, type: 'STATEFUL', rules: 'pass tcp any any -> any any' },
    {
      RuleGroupName: 'g',
      Capacity: 100,
      Type: 'STATEFUL',
      RuleGroup: { RulesSource: { RulesString: 'pass tcp any any -> any any' } },
    },
  ),
  example(
    'aws_networkfirewall_logging_configuration',
    'NetworkFirewall::LoggingConfiguration',
    {
      firewall_arn: reference('aws_networkfirewall_firewall.f', 'arn'),
      logging_configuration: [
        {
          log_destination_config: [
            { log_destination_type: 'S3', log_type: 'FLOW', log_destination: { bucketName: 'b' } },
          ],
        },
      ],
    },
    {
      FirewallArn: '<aws_networkfirewall_firewall.f.arn>',
      LoggingConfiguration: {
        LogDestinationConfigs: [{ LogDestinationType: 'S3', LogType: 'FLOW', LogDestination: { bucketName: 'b' } }],
      },
    },
  ),
];
