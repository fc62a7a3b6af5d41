/** Route tables, routes and the gateways they lead to. */
import { asList } from '../changes/as-list.ts';
import { chain } from '../changes/chain.ts';
import { objectWith } from '../changes/object-with.ts';
import type { InlineResources, ServiceTables } from '../type-table.ts';

/** `route` blocks of a table; a route written as a resource has CloudFormation's names already. */
const route: InlineResources = {
  attribute: 'route',
  kind: 'AWS::EC2::Route',
  owner: 'RouteTableId',
  label: ['cidr_block', 'ipv6_cidr_block', 'destination_prefix_list_id'],
  fields: {
    cidr_block: 'DestinationCidrBlock',
    ipv6_cidr_block: 'DestinationIpv6CidrBlock',
    egress_only_gateway_id: 'EgressOnlyInternetGatewayId',
  },
};

const attachedVpc = (owner: string): InlineResources => ({
  attribute: 'vpc_id',
  kind: 'AWS::EC2::VPCGatewayAttachment',
  owner,
  fields: {},
  change: chain(objectWith('vpc_id'), asList),
});

export const routingTables: ServiceTables = {
  types: [
    { type: 'aws_route_table', kind: 'AWS::EC2::RouteTable', fields: {}, inlineResources: [route] },
    { type: 'aws_default_route_table', kind: 'AWS::EC2::RouteTable', fields: {}, inlineResources: [route] },
    {
      type: 'aws_route',
      kind: 'AWS::EC2::Route',
      nameAttribute: 'destination_cidr_block',
      fields: { egress_only_gateway_id: 'EgressOnlyInternetGatewayId' },
    },
    {
      type: 'aws_route_table_association',
      kind: 'AWS::EC2::SubnetRouteTableAssociation',
      variants: [{ when: 'gateway_id', kind: 'AWS::EC2::GatewayRouteTableAssociation' }],
      fields: {},
    },
    {
      type: 'aws_internet_gateway',
      kind: 'AWS::EC2::InternetGateway',
      fields: {},
      inlineResources: [attachedVpc('InternetGatewayId')],
    },
    { type: 'aws_internet_gateway_attachment', kind: 'AWS::EC2::VPCGatewayAttachment', fields: {} },
    { type: 'aws_egress_only_internet_gateway', kind: 'AWS::EC2::EgressOnlyInternetGateway', fields: {} },
    {
      type: 'aws_nat_gateway',
      kind: 'AWS::EC2::NatGateway',
      fields: { private_ip: 'PrivateIpAddress', availability_zone_address: 'AvailabilityZoneAddresses' },
    },
    {
      type: 'aws_vpn_gateway',
      kind: 'AWS::EC2::VPNGateway',
      fields: {},
      inlineResources: [attachedVpc('VpnGatewayId')],
    },
    { type: 'aws_vpn_gateway_attachment', kind: 'AWS::EC2::VPCGatewayAttachment', fields: {} },
    {
      type: 'aws_vpn_gateway_route_propagation',
      kind: 'AWS::EC2::VPNGatewayRoutePropagation',
      fields: { route_table_id: { path: 'RouteTableIds', change: asList } },
    },
  ],
};
