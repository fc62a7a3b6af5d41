/** Instances and security groups, without the rules of groups, which `expandSecurityGroupRules` takes. */
import { asList } from '../changes/as-list.ts';
import { chain } from '../changes/chain.ts';
import { each } from '../changes/each.ts';
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
  iops: 'Ebs.Iops',
};

const instance: Fields = {
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
  network_interface: 'NetworkInterfaces',
  primary_network_interface: 'NetworkInterfaces',
  ipv6_addresses: { path: 'Ipv6Addresses', change: each(objectWith('ipv6_address')) },
  private_ip: 'PrivateIpAddress',
  launch_template: { path: 'LaunchTemplate', fields: { id: 'LaunchTemplateId', name: 'LaunchTemplateName' } },
  placement_group: 'PlacementGroupName',
  hibernation: 'HibernationOptions.Configured',
  user_data_base64: 'UserData',
  volume_tags: null,
  secondary_private_ips: null,
  capacity_reservation_specification: null,
  instance_market_options: null,
};

/** Arguments of a template that are its data, under the same names. */
const DATA = {
  image_id: 'ImageId',
  instance_type: 'InstanceType',
  instance_requirements: 'InstanceRequirements',
  instance_initiated_shutdown_behavior: 'InstanceInitiatedShutdownBehavior',
  instance_market_options: 'InstanceMarketOptions',
  key_name: 'KeyName',
  user_data: 'UserData',
  vpc_security_group_ids: 'SecurityGroupIds',
  security_group_names: 'SecurityGroups',
  iam_instance_profile: 'IamInstanceProfile',
  metadata_options: 'MetadataOptions',
  monitoring: 'Monitoring',
  block_device_mappings: 'BlockDeviceMappings',
  ebs_optimized: 'EbsOptimized',
  disable_api_stop: 'DisableApiStop',
  disable_api_termination: 'DisableApiTermination',
  cpu_options: 'CpuOptions',
  credit_specification: 'CreditSpecification',
  enclave_options: 'EnclaveOptions',
  hibernation_options: 'HibernationOptions',
  placement: 'Placement',
  private_dns_name_options: 'PrivateDnsNameOptions',
  license_specification: 'LicenseSpecifications',
};

const templateData: Fields = {
  ...Object.fromEntries(Object.entries(DATA).map(([name, path]) => [name, `LaunchTemplateData.${path}`])),
  network_interfaces: {
    path: 'LaunchTemplateData.NetworkInterfaces',
    fields: {
      security_groups: 'Groups',
      ipv4_address_count: 'SecondaryPrivateIpAddressCount',
      ipv4_addresses: { path: 'PrivateIpAddresses', change: each(objectWith('private_ip_address')) },
      ipv4_prefixes: { path: 'Ipv4Prefixes', change: each(objectWith('ipv4_prefix')) },
      ipv6_addresses: { path: 'Ipv6Addresses', change: each(objectWith('ipv6_address')) },
      ipv6_prefixes: { path: 'Ipv6Prefixes', change: each(objectWith('ipv6_prefix')) },
    },
  },
};

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
    { type: 'aws_instance', kind: 'AWS::EC2::Instance', fields: instance },
    { type: 'aws_spot_instance_request', kind: 'AWS::EC2::Instance', fields: instance },
    {
      type: 'aws_launch_template',
      kind: 'AWS::EC2::LaunchTemplate',
      fields: { name: 'LaunchTemplateName', tags: null, description: 'VersionDescription', ...templateData },
    },
    {
      type: 'aws_vpc_security_group_vpc_association',
      kind: 'AWS::EC2::SecurityGroupVpcAssociation',
      fields: { security_group_id: 'GroupId' },
    },
    {
      type: 'aws_key_pair',
      kind: 'AWS::EC2::KeyPair',
      nameAttribute: 'key_name',
      fields: { public_key: 'PublicKeyMaterial' },
    },
  ],
};
