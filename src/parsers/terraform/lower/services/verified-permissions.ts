/** Verified Permissions: stores of policies, and who is known to them. */
import { objectWith } from '../changes/object-with.ts';
import { pick } from '../changes/pick.ts';
import type { ServiceTables } from '../type-table.ts';

export const verifiedPermissionsTables: ServiceTables = {
  types: [
    {
      type: 'aws_verifiedpermissions_policy_store',
      kind: 'AWS::VerifiedPermissions::PolicyStore',
      fields: { deletion_protection: { path: 'DeletionProtection', change: objectWith('mode') } },
    },
    {
      type: 'aws_verifiedpermissions_policy',
      kind: 'AWS::VerifiedPermissions::Policy',
      nameAttribute: 'policy_store_id',
      fields: {},
    },
    {
      type: 'aws_verifiedpermissions_policy_template',
      kind: 'AWS::VerifiedPermissions::PolicyTemplate',
      nameAttribute: 'policy_store_id',
      fields: {},
    },
    {
      type: 'aws_verifiedpermissions_identity_source',
      kind: 'AWS::VerifiedPermissions::IdentitySource',
      nameAttribute: 'policy_store_id',
      fields: {},
    },
  ],
  companions: [
    {
      type: 'aws_verifiedpermissions_schema',
      target: ['aws_verifiedpermissions_policy_store'],
      match: [['policy_store_id', 'policy_store_id']],
      fields: { definition: { path: 'Schema.CedarJson', change: pick('value') } },
    },
  ],
};
