/** File systems of EFS and FSx. Data of the contract test. */
import { example, type LoweringExample, TAG_LIST, TAGS } from './lowering-example.ts';

export const fileSystemExamples: readonly LoweringExample[] = [
  example(
    'aws_efs_access_point',
    'EFS::AccessPoint',
    {
      file_system_id: 'f',
      posix_user: [{ uid: 1000, gid: 1000 }],
      root_directory: [{ path: '/a', creation_info: [{ owner_uid: 1000, owner_gid: 1000, permissions: '755' }] }],
      tags: TAGS,
    },
    {
      FileSystemId: 'f',
      PosixUser: { Uid: '1000', Gid: '1000' },
      RootDirectory: { Path: '/a', CreationInfo: { OwnerUid: '1000', OwnerGid: '1000', Permissions: '755' } },
      AccessPointTags: TAG_LIST,
    },
  ),
  example(
    'aws_efs_mount_target',
    'EFS::MountTarget',
    { file_system_id: 'f', subnet_id: 'subnet-1', security_groups: ['g'] },
    { FileSystemId: 'f', SubnetId: 'subnet-1', SecurityGroups: ['g'] },
  ),
  example(
    'aws_fsx_lustre_file_system',
    'FSx::FileSystem',
    {
      storage_capacity: 1200,
      subnet_ids: ['subnet-1'],
      security_group_ids: ['g'],
      kms_key_id: 'k',
      deployment_type: 'PERSISTENT_2',
      automatic_backup_retention_days: 7,
      log_configuration: [{ destination: 'l', level: 'WARN_ERROR' }],
    },
    {
      StorageCapacity: 1200,
      SubnetIds: ['subnet-1'],
      SecurityGroupIds: ['g'],
      KmsKeyId: 'k',
      LustreConfiguration: {
        DeploymentType: 'PERSISTENT_2',
        AutomaticBackupRetentionDays: 7,
        LogConfiguration: { Destination: 'l', Level: 'WARN_ERROR' },
      },
      FileSystemType: 'LUSTRE',
    },
  ),
  example(
    'aws_fsx_ontap_file_system',
    'FSx::FileSystem',
    {
      storage_capacity: 1024,
      subnet_ids: ['subnet-1'],
      deployment_type: 'MULTI_AZ_1',
      throughput_capacity: 128,
      preferred_subnet_id: 'subnet-1',
      fsx_admin_password: 'p',
      kms_key_id: 'k',
      automatic_backup_retention_days: 0,
    },
    {
      StorageCapacity: 1024,
      SubnetIds: ['subnet-1'],
      OntapConfiguration: {
        DeploymentType: 'MULTI_AZ_1',
        ThroughputCapacity: 128,
        PreferredSubnetId: 'subnet-1',
        FsxAdminPassword: 'p',
        AutomaticBackupRetentionDays: 0,
      },
      KmsKeyId: 'k',
      FileSystemType: 'ONTAP',
    },
  ),
  example(
    'aws_fsx_openzfs_file_system',
    'FSx::FileSystem',
    {
      storage_capacity: 64,
      subnet_ids: ['subnet-1'],
      deployment_type: 'SINGLE_AZ_1',
      throughput_capacity: 64,
      root_volume_configuration: [
        { nfs_exports: [{ client_configurations: [{ clients: '*', options: ['rw', 'no_root_squash'] }] }] },
      ],
    },
    {
      StorageCapacity: 64,
      SubnetIds: ['subnet-1'],
      OpenZFSConfiguration: {
        DeploymentType: 'SINGLE_AZ_1',
        ThroughputCapacity: 64,
        RootVolumeConfiguration: {
          NfsExports: [{ ClientConfigurations: [{ Clients: '*', Options: ['rw', 'no_root_squash'] }] }],
        },
      },
      FileSystemType: 'OPENZFS',
    },
  ),
  example(
    'aws_fsx_windows_file_system',
    'FSx::FileSystem',
    {
      storage_capacity: 32,
      subnet_ids: ['subnet-1'],
      throughput_capacity: 16,
      kms_key_id: 'k',
      audit_log_configuration: [{ file_access_audit_log_level: 'DISABLED' }],
      self_managed_active_directory: [{ dns_ips: ['10.0.0.1'], domain_name: 'corp', username: 'u', password: 'p' }],
    },
    {
      StorageCapacity: 32,
      SubnetIds: ['subnet-1'],
      WindowsConfiguration: {
        ThroughputCapacity: 16,
        AuditLogConfiguration: { FileAccessAuditLogLevel: 'DISABLED' },
        SelfManagedActiveDirectoryConfiguration: {
          DnsIps: ['10.0.0.1'],
          DomainName: 'corp',
          UserName: 'u',
          Password: 'p',
        },
      },
      KmsKeyId: 'k',
      FileSystemType: 'WINDOWS',
    },
  ),
  example(
    'aws_efs_backup_policy',
    'EFS::FileSystem',
    { backup_policy: [{ status: 'ENABLED' }] },
    { BackupPolicy: { Status: 'ENABLED' } },
  ),
  example(
    'aws_efs_replication_configuration',
    'EFS::FileSystem',
    { destination: [{ region: 'eu-west-1', kms_key_id: 'k' }] },
    { ReplicationConfiguration: { Destinations: [{ Region: 'eu-west-1', KmsKeyId: 'k' }] } },
  ),
];
