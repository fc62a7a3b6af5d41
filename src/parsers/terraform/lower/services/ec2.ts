/** EC2 and VPC, without security group rules, which `expandSecurityGroupRules` takes. */
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
  ],
};
