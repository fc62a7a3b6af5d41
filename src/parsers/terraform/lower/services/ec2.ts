/** EC2 and VPC, without security group rules, which `expandSecurityGroupRules` takes. */
import type { MapValue, Value } from '../../../../model/value.ts';
import { asList } from '../changes/as-list.ts';
import { chain } from '../changes/chain.ts';
import { objectWith } from '../changes/object-with.ts';
import type { Fields, ServiceTables } from '../type-table.ts';

const blockDevice: Fields = {
  device_name: 'DeviceName',
  encrypted: 'Ebs.Encrypted',
  kms_key_id: 'Ebs.KmsKeyId',
  snapshot_id: 'Ebs.SnapshotId',
  volume_size: 'Ebs.VolumeSize',
  volume_type: 'Ebs.VolumeType',
  delete_on_termination: 'Ebs.DeleteOnTermination',
};

/** A flow log names what it watches by the argument that is written; CloudFormation by a type. */
const FLOW_LOG_TARGETS = [
  ['vpc_id', 'VPC'],
  ['subnet_id', 'Subnet'],
  ['eni_id', 'NetworkInterface'],
  ['transit_gateway_id', 'TransitGateway'],
  ['transit_gateway_attachment_id', 'TransitGatewayAttachment'],
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

export const ec2Tables: ServiceTables = {
  types: [
    {
      type: 'aws_security_group',
      kind: 'AWS::EC2::SecurityGroup',
      fields: { name: 'GroupName', description: 'GroupDescription', ingress: null, egress: null },
    },
    {
      type: 'aws_default_security_group',
      kind: 'AWS::EC2::SecurityGroup',
      fields: { ingress: null, egress: null },
    },
    { type: 'aws_vpc', kind: 'AWS::EC2::VPC', fields: {} },
    { type: 'aws_subnet', kind: 'AWS::EC2::Subnet', fields: { private_dns_hostname_type_on_launch: null } },
    {
      type: 'aws_instance',
      kind: 'AWS::EC2::Instance',
      fields: {
        ami: 'ImageId',
        vpc_security_group_ids: 'SecurityGroupIds',
        security_groups: 'SecurityGroups',
        ebs_block_device: { path: 'BlockDeviceMappings', fields: blockDevice },
        root_block_device: { path: 'BlockDeviceMappings', fields: blockDevice },
        ephemeral_block_device: null,
        associate_public_ip_address: {
          path: 'NetworkInterfaces',
          change: chain(objectWith('associate_public_ip_address', { device_index: '0' }), asList),
        },
        network_interface: { path: 'NetworkInterfaces', fields: {} },
        volume_tags: null,
        secondary_private_ips: null,
        cpu_options: null,
        ipv6_addresses: null,
        capacity_reservation_specification: null,
        credit_specification: null,
        instance_market_options: null,
      },
    },
    {
      type: 'aws_launch_template',
      kind: 'AWS::EC2::LaunchTemplate',
      fields: {
        name: 'LaunchTemplateName',
        tags: null,
        description: 'VersionDescription',
        image_id: 'LaunchTemplateData.ImageId',
        instance_type: 'LaunchTemplateData.InstanceType',
        key_name: 'LaunchTemplateData.KeyName',
        user_data: 'LaunchTemplateData.UserData',
        vpc_security_group_ids: 'LaunchTemplateData.SecurityGroupIds',
        iam_instance_profile: 'LaunchTemplateData.IamInstanceProfile',
        metadata_options: 'LaunchTemplateData.MetadataOptions',
        monitoring: 'LaunchTemplateData.Monitoring',
        block_device_mappings: 'LaunchTemplateData.BlockDeviceMappings',
        network_interfaces: {
          path: 'LaunchTemplateData.NetworkInterfaces',
          fields: { security_groups: 'Groups', ipv4_prefixes: null, ipv6_prefixes: null, ipv6_addresses: null },
        },
      },
    },
    {
      type: 'aws_vpc_endpoint',
      kind: 'AWS::EC2::VPCEndpoint',
      fields: { policy: 'PolicyDocument', dns_options: null },
    },
    {
      type: 'aws_flow_log',
      kind: 'AWS::EC2::FlowLog',
      fields: { iam_role_arn: 'DeliverLogsPermissionArn' },
      derived: {
        ResourceId: flowLogTarget,
        ResourceType: flowLogTargetType,
      },
    },
  ],
  companions: [
    {
      type: 'aws_vpc_endpoint_policy',
      target: ['aws_vpc_endpoint'],
      match: [['vpc_endpoint_id', 'id']],
      fields: { policy: 'PolicyDocument' },
    },
  ],
};
