/** Keys whose material comes from elsewhere: imported, or of another region. */
import { constant } from '../changes/constant.ts';
import type { Fields, ServiceTables } from '../type-table.ts';

const key: Fields = { policy: 'KeyPolicy', deletion_window_in_days: 'PendingWindowInDays' };

export const kmsKeyTables: ServiceTables = {
  types: [
    {
      type: 'aws_kms_external_key',
      kind: 'AWS::KMS::Key',
      nameAttribute: 'description',
      fields: key,
      derived: { Origin: constant('EXTERNAL') },
    },
    { type: 'aws_kms_replica_key', kind: 'AWS::KMS::ReplicaKey', nameAttribute: 'description', fields: key },
    { type: 'aws_kms_replica_external_key', kind: 'AWS::KMS::ReplicaKey', nameAttribute: 'description', fields: key },
  ],
};
