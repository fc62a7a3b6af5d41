/** Networks: VPCs, subnets, the account's block on public access, flow logs. */
import type { MapValue, Value } from '../../../../model/value.ts';
import type { Fields, ServiceTables } from '../type-table.ts';

/** A flow log names what it watches by the argument that is written; CloudFormation by a type. */
const FLOW_LOG_TARGETS = [
  ['vpc_id', 'VPC'],
  ['subnet_id', 'Subnet'],
  ['eni_id', 'NetworkInterface'],
  ['transit_gateway_id', 'TransitGateway'],
  ['transit_gateway_attachment_id', 'TransitGatewayAttachment'],
  ['regional_nat_gateway_id', 'RegionalNatGateway'],
] as const;

function flowLogTarget(block: MapValue): Value {
  const written = FLOW_LOG_TARGETS.map(([name]) => block.entries.get(name));
  return written.find(isWritten) ?? { state: 'absent' };
}

function flowLogTargetType(block: MapValue): Value {
  const found = FLOW_LOG_TARGETS.find(([name]) => isWritten(block.entries.get(name)));
  const origin = found && block.entries.get(found[0])?.origin;
  if (!found || !origin) return { state: 'absent' };
  return { state: 'known', type: 'scalar', value: found[1], origin: { ...origin, from: 'computed' } };
}

function isWritten(value: Value | undefined): value is Value {
  return value !== undefined && value.state !== 'null' && value.state !== 'absent';
}

const subnet: Fields = {
  private_dns_hostname_type_on_launch: 'PrivateDnsNameOptionsOnLaunch.HostnameType',
  enable_resource_name_dns_a_record_on_launch: 'PrivateDnsNameOptionsOnLaunch.EnableResourceNameDnsARecord',
  enable_resource_name_dns_aaaa_record_on_launch: 'PrivateDnsNameOptionsOnLaunch.EnableResourceNameDnsAAAARecord',
};

/** Subnets AWS made give public addresses unless they are told not to. */
function defaultSubnetPublicIp({ entries, origin }: MapValue): Value {
  const written = entries.get('map_public_ip_on_launch');
  if (isWritten(written)) return written;
  return { state: 'known', type: 'scalar', value: true, origin: { ...origin, from: 'provider-default' } };
}

export const vpcTables: ServiceTables = {
  types: [
    { type: 'aws_vpc', kind: 'AWS::EC2::VPC', fields: {} },
    { type: 'aws_default_vpc', kind: 'AWS::EC2::VPC', fields: {} },
    { type: 'aws_subnet', kind: 'AWS::EC2::Subnet', fields: subnet },
    {
      type: 'aws_default_subnet',
      kind: 'AWS::EC2::Subnet',
      nameAttribute: 'availability_zone',
      fields: subnet,
      derived: { MapPublicIpOnLaunch: defaultSubnetPublicIp },
    },
    { type: 'aws_vpc_ipv4_cidr_block_association', kind: 'AWS::EC2::VPCCidrBlock', fields: {} },
    { type: 'aws_vpc_dhcp_options', kind: 'AWS::EC2::DHCPOptions', fields: {} },
    { type: 'aws_vpc_dhcp_options_association', kind: 'AWS::EC2::VPCDHCPOptionsAssociation', fields: {} },
    { type: 'aws_vpc_block_public_access_options', kind: 'AWS::EC2::VPCBlockPublicAccessOptions', fields: {} },
    { type: 'aws_vpc_block_public_access_exclusion', kind: 'AWS::EC2::VPCBlockPublicAccessExclusion', fields: {} },
    {
      type: 'aws_flow_log',
      kind: 'AWS::EC2::FlowLog',
      fields: { iam_role_arn: 'DeliverLogsPermissionArn' },
      derived: { ResourceId: flowLogTarget, ResourceType: flowLogTargetType },
    },
  ],
};
