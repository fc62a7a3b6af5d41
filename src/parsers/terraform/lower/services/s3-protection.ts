/** What keeps and copies the objects of a bucket: object lock, replication, inventory, and how requests reach it. */
import { pick } from '../changes/pick.ts';
import type { CompanionTable, ServiceTables } from '../type-table.ts';

const ofBucket: Pick<CompanionTable, 'target' | 'match'> = {
  target: ['aws_s3_bucket'],
  match: [['bucket', 'bucket']],
};

export const s3ProtectionTables: ServiceTables = {
  types: [],
  companions: [
    {
      type: 'aws_s3_bucket_object_lock_configuration',
      ...ofBucket,
      fields: {
        object_lock_enabled: 'ObjectLockConfiguration.ObjectLockEnabled',
        rule: 'ObjectLockConfiguration.Rule',
      },
      ensure: ['ObjectLockConfiguration'],
    },
    {
      type: 'aws_s3_bucket_replication_configuration',
      ...ofBucket,
      fields: { role: 'ReplicationConfiguration.Role', rule: 'ReplicationConfiguration.Rules' },
    },
    {
      type: 'aws_s3_bucket_inventory',
      ...ofBucket,
      into: 'InventoryConfigurations',
      fields: {
        name: 'Id',
        destination: { path: 'Destination', change: pick('bucket'), fields: { account_id: 'BucketAccountId' } },
        filter: { path: 'Prefix', change: pick('prefix') },
        schedule: { path: 'ScheduleFrequency', change: pick('frequency') },
      },
    },
    {
      type: 'aws_s3_bucket_accelerate_configuration',
      ...ofBucket,
      fields: { status: 'AccelerateConfiguration.AccelerationStatus' },
    },
  ],
};
