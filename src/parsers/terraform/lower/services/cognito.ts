/** Cognito beside user pools: clients, domains, other identity providers, and identity pools with their roles. */
import { markSensitive } from '../../values/mark-sensitive.ts';
import { mapBy } from '../changes/map-by.ts';
import { objectWith } from '../changes/object-with.ts';
import { rename } from '../changes/rename.ts';
import type { ServiceTables } from '../type-table.ts';

const ROLE_MAPPING = rename({
  identity_provider: 'identity_provider',
  ambiguous_role_resolution: 'ambiguous_role_resolution',
  type: 'type',
  mapping_rule: { name: 'rules_configuration', change: objectWith('rules') },
});

export const cognitoTables: ServiceTables = {
  types: [
    { type: 'aws_cognito_user_pool_client', kind: 'AWS::Cognito::UserPoolClient', fields: { name: 'ClientName' } },
    {
      type: 'aws_cognito_user_pool_domain',
      kind: 'AWS::Cognito::UserPoolDomain',
      nameAttribute: 'domain',
      fields: { certificate_arn: 'CustomDomainConfig.CertificateArn' },
    },
    {
      type: 'aws_cognito_resource_server',
      kind: 'AWS::Cognito::UserPoolResourceServer',
      nameAttribute: 'identifier',
      fields: {},
    },
    {
      type: 'aws_cognito_identity_provider',
      kind: 'AWS::Cognito::UserPoolIdentityProvider',
      nameAttribute: 'provider_name',
      fields: { provider_details: { path: 'ProviderDetails', change: markSensitive } },
    },
    { type: 'aws_cognito_user_group', kind: 'AWS::Cognito::UserPoolGroup', fields: { name: 'GroupName' } },
    {
      type: 'aws_cognito_risk_configuration',
      kind: 'AWS::Cognito::UserPoolRiskConfigurationAttachment',
      nameAttribute: 'user_pool_id',
      fields: {},
    },
    {
      type: 'aws_cognito_log_delivery_configuration',
      kind: 'AWS::Cognito::LogDeliveryConfiguration',
      nameAttribute: 'user_pool_id',
      fields: {},
    },
    {
      type: 'aws_cognito_identity_pool',
      kind: 'AWS::Cognito::IdentityPool',
      nameAttribute: 'identity_pool_name',
      fields: { tags: 'IdentityPoolTags' },
    },
    {
      type: 'aws_cognito_identity_pool_roles_attachment',
      kind: 'AWS::Cognito::IdentityPoolRoleAttachment',
      nameAttribute: 'identity_pool_id',
      fields: { role_mapping: { path: 'RoleMappings', change: mapBy('identity_provider', ROLE_MAPPING) } },
    },
  ],
};
