/** Volumes of instances, and the account's block on sharing snapshots. */
import type { ServiceTables } from '../type-table.ts';

export const volumeTables: ServiceTables = {
  types: [
    { type: 'aws_ebs_volume', kind: 'AWS::EC2::Volume', fields: { type: 'VolumeType' } },
    { type: 'aws_volume_attachment', kind: 'AWS::EC2::VolumeAttachment', fields: { device_name: 'Device' } },
    { type: 'aws_ebs_snapshot_block_public_access', kind: 'AWS::EC2::SnapshotBlockPublicAccess', fields: {} },
  ],
};
