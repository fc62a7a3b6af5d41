/** Addresses, network interfaces and prefix lists. */
import { asList } from '../changes/as-list.ts';
import { chain } from '../changes/chain.ts';
import { each } from '../changes/each.ts';
import { objectWith } from '../changes/object-with.ts';
import type { ServiceTables } from '../type-table.ts';

export const networkInterfaceTables: ServiceTables = {
  types: [
    {
      type: 'aws_eip',
      kind: 'AWS::EC2::EIP',
      fields: { instance: 'InstanceId' },
      inlineResources: [
        {
          attribute: 'network_interface',
          kind: 'AWS::EC2::EIPAssociation',
          owner: 'AllocationId',
          fields: {},
          change: chain(objectWith('network_interface_id'), asList),
        },
      ],
    },
    { type: 'aws_eip_association', kind: 'AWS::EC2::EIPAssociation', fields: { public_ip: 'EIP' } },
    {
      type: 'aws_network_interface',
      kind: 'AWS::EC2::NetworkInterface',
      nameAttribute: 'description',
      fields: {
        security_groups: 'GroupSet',
        private_ip: 'PrivateIpAddress',
        private_ips: { path: 'PrivateIpAddresses', change: each(objectWith('private_ip_address')) },
        private_ips_count: 'SecondaryPrivateIpAddressCount',
        ipv4_prefixes: { path: 'Ipv4Prefixes', change: each(objectWith('ipv4_prefix')) },
        ipv6_addresses: { path: 'Ipv6Addresses', change: each(objectWith('ipv6_address')) },
        ipv6_prefixes: { path: 'Ipv6Prefixes', change: each(objectWith('ipv6_prefix')) },
      },
      inlineResources: [
        {
          attribute: 'attachment',
          kind: 'AWS::EC2::NetworkInterfaceAttachment',
          owner: 'NetworkInterfaceId',
          label: ['device_index'],
          fields: { instance: 'InstanceId' },
        },
      ],
    },
    { type: 'aws_network_interface_attachment', kind: 'AWS::EC2::NetworkInterfaceAttachment', fields: {} },
    {
      type: 'aws_ec2_managed_prefix_list',
      kind: 'AWS::EC2::PrefixList',
      fields: { name: 'PrefixListName', entry: 'Entries' },
    },
  ],
  companions: [
    {
      type: 'aws_network_interface_sg_attachment',
      target: ['aws_network_interface', 'aws_instance'],
      match: [['network_interface_id', 'id']],
      fields: {},
      append: { security_group_id: ['GroupSet', 'SecurityGroupIds'] },
    },
    {
      type: 'aws_ec2_managed_prefix_list_entry',
      target: ['aws_ec2_managed_prefix_list'],
      match: [['prefix_list_id', 'id']],
      into: 'Entries',
      fields: {},
    },
  ],
};
