/** File systems: what is set beside those of EFS, and the four kinds of FSx, which are one kind in CloudFormation. */
import { markSensitive } from '../../values/mark-sensitive.ts';
import { constant } from '../changes/constant.ts';
import type { Fields, ServiceTables } from '../type-table.ts';

/** Arguments CloudFormation has below one property, by the names both use. */
function below(property: string, names: Readonly<Record<string, string>>): Fields {
  return Object.fromEntries(Object.entries(names).map(([attribute, name]) => [attribute, `${property}.${name}`]));
}

const COMMON = {
  automatic_backup_retention_days: 'AutomaticBackupRetentionDays',
  daily_automatic_backup_start_time: 'DailyAutomaticBackupStartTime',
  deployment_type: 'DeploymentType',
  throughput_capacity: 'ThroughputCapacity',
  weekly_maintenance_start_time: 'WeeklyMaintenanceStartTime',
};

export const fileSystemTables: ServiceTables = {
  types: [
    {
      type: 'aws_efs_access_point',
      kind: 'AWS::EFS::AccessPoint',
      fields: { tags: 'AccessPointTags' },
    },
    { type: 'aws_efs_mount_target', kind: 'AWS::EFS::MountTarget', nameAttribute: 'subnet_id', fields: {} },
    {
      type: 'aws_fsx_lustre_file_system',
      kind: 'AWS::FSx::FileSystem',
      derived: { FileSystemType: constant('LUSTRE') },
      fields: below('LustreConfiguration', {
        ...COMMON,
        auto_import_policy: 'AutoImportPolicy',
        copy_tags_to_backups: 'CopyTagsToBackups',
        data_compression_type: 'DataCompressionType',
        export_path: 'ExportPath',
        import_path: 'ImportPath',
        log_configuration: 'LogConfiguration',
        per_unit_storage_throughput: 'PerUnitStorageThroughput',
      }),
    },
    {
      type: 'aws_fsx_ontap_file_system',
      kind: 'AWS::FSx::FileSystem',
      derived: { FileSystemType: constant('ONTAP') },
      fields: {
        ...below('OntapConfiguration', {
          ...COMMON,
          endpoint_ip_address_range: 'EndpointIpAddressRange',
          ha_pairs: 'HAPairs',
          preferred_subnet_id: 'PreferredSubnetId',
          route_table_ids: 'RouteTableIds',
        }),
        fsx_admin_password: { path: 'OntapConfiguration.FsxAdminPassword', change: markSensitive },
      },
    },
    {
      type: 'aws_fsx_openzfs_file_system',
      kind: 'AWS::FSx::FileSystem',
      derived: { FileSystemType: constant('OPENZFS') },
      fields: below('OpenZFSConfiguration', {
        ...COMMON,
        copy_tags_to_backups: 'CopyTagsToBackups',
        copy_tags_to_volumes: 'CopyTagsToVolumes',
        endpoint_ip_address_range: 'EndpointIpAddressRange',
        preferred_subnet_id: 'PreferredSubnetId',
        root_volume_configuration: 'RootVolumeConfiguration',
        route_table_ids: 'RouteTableIds',
      }),
    },
    {
      type: 'aws_fsx_windows_file_system',
      kind: 'AWS::FSx::FileSystem',
      derived: { FileSystemType: constant('WINDOWS') },
      fields: {
        ...below('WindowsConfiguration', {
          ...COMMON,
          active_directory_id: 'ActiveDirectoryId',
          aliases: 'Aliases',
          audit_log_configuration: 'AuditLogConfiguration',
          copy_tags_to_backups: 'CopyTagsToBackups',
          preferred_subnet_id: 'PreferredSubnetId',
        }),
        self_managed_active_directory: {
          path: 'WindowsConfiguration.SelfManagedActiveDirectoryConfiguration',
          fields: { password: { path: 'Password', change: markSensitive } },
        },
      },
    },
  ],
  companions: [
    {
      type: 'aws_efs_backup_policy',
      target: ['aws_efs_file_system'],
      match: [['file_system_id', 'id']],
      fields: { backup_policy: 'BackupPolicy' },
    },
    {
      type: 'aws_efs_replication_configuration',
      target: ['aws_efs_file_system'],
      match: [['source_file_system_id', 'id']],
      fields: { destination: 'ReplicationConfiguration.Destinations' },
    },
  ],
};
