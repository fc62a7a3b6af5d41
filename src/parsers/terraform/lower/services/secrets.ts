/** Secrets Manager and Signer: how secrets rotate, and who may sign code with what. */
import type { ServiceTables } from '../type-table.ts';

export const secretsTables: ServiceTables = {
  types: [
    {
      type: 'aws_secretsmanager_secret_rotation',
      kind: 'AWS::SecretsManager::RotationSchedule',
      nameAttribute: 'secret_id',
      fields: { rotate_immediately: 'RotateImmediatelyOnUpdate' },
    },
    {
      type: 'aws_signer_signing_profile',
      kind: 'AWS::Signer::SigningProfile',
      fields: { name: 'ProfileName' },
    },
    {
      type: 'aws_signer_signing_profile_permission',
      kind: 'AWS::Signer::ProfilePermission',
      nameAttribute: 'profile_name',
      fields: {},
    },
  ],
};
