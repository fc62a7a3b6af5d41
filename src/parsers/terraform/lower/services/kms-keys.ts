/** Keys whose material comes from elsewhere: imported, or of another region. */
import { markSensitive } from '../../values/mark-sensitive.ts';
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
    {
      type: 'aws_kms_custom_key_store',
      kind: 'Terraform::aws_kms_custom_key_store',
      nameAttribute: 'custom_key_store_name',
      fields: {
        key_store_password: { path: 'key_store_password', change: markSensitive },
        xks_proxy_authentication_credential: { path: 'xks_proxy_authentication_credential', change: markSensitive },
      },
    },
    { type: 'aws_kms_replica_key', kind: 'AWS::KMS::ReplicaKey', nameAttribute: 'description', fields: key },
    { type: 'aws_kms_replica_external_key', kind: 'AWS::KMS::ReplicaKey', nameAttribute: 'description', fields: key },
  ],
};
