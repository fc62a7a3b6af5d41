/** CodeArtifact, CodeCommit, connections and Verified Permissions. Data of the contract test. */
import { DOCUMENT, example, type LoweringExample, POLICY } from './lowering-example.ts';

export const packageExamples: readonly LoweringExample[] = [
  example(
    'aws_codeartifact_domain',
    'CodeArtifact::Domain',
    { domain: 'd', encryption_key: 'k' },
    { DomainName: 'd', EncryptionKey: 'k' },
  ),
  example(
    'aws_codeartifact_repository',
    'CodeArtifact::Repository',
    {
      domain: 'd',
      repository: 'r',
      external_connections: [{ external_connection_name: 'public:npmjs' }],
      upstream: [{ repository_name: 'u' }],
    },
    { DomainName: 'd', RepositoryName: 'r', ExternalConnections: ['public:npmjs'], Upstreams: ['u'] },
  ),
  example(
    'aws_codeartifact_domain_permissions_policy',
    'CodeArtifact::Domain',
    { policy_document: POLICY },
    { PermissionsPolicyDocument: DOCUMENT },
  ),
  example(
    'aws_codeartifact_repository_permissions_policy',
    'CodeArtifact::Repository',
    { policy_document: POLICY },
    { PermissionsPolicyDocument: DOCUMENT },
  ),
  example(
    'aws_codecommit_repository',
    'CodeCommit::Repository',
    { repository_name: 'r', description: 'd', kms_key_id: 'k' },
    { RepositoryName: 'r', RepositoryDescription: 'd', KmsKeyId: 'k' },
  ),
  example(
    'aws_codecommit_trigger',
    'CodeCommit::Repository',
    { trigger: [{ name: 't', events: ['all'], destination_arn: 'd', branches: ['main'] }] },
    { Triggers: [{ Name: 't', Events: ['all'], DestinationArn: 'd', Branches: ['main'] }] },
  ),
  example(
    'aws_codestarconnections_connection',
    'CodeStarConnections::Connection',
    { name: 'c', provider_type: 'GitHub', host_arn: 'h' },
    { ConnectionName: 'c', ProviderType: 'GitHub', HostArn: 'h' },
  ),
  example(
    'aws_codeconnections_connection',
    'CodeConnections::Connection',
    { name: 'c', provider_type: 'GitHub' },
    { ConnectionName: 'c', ProviderType: 'GitHub' },
  ),
  example(
    'aws_codestarnotifications_notification_rule',
    'CodeStarNotifications::NotificationRule',
    {
      name: 'n',
      detail_type: 'FULL',
      event_type_ids: ['e'],
      resource: 'r',
      status: 'ENABLED',
      target: [{ address: 't', type: 'SNS' }],
    },
    {
      Name: 'n',
      DetailType: 'FULL',
      EventTypeIds: ['e'],
      Resource: 'r',
      Status: 'ENABLED',
      Targets: [{ TargetAddress: 't', TargetType: 'SNS' }],
    },
  ),
  example(
    'aws_verifiedpermissions_policy_store',
    'VerifiedPermissions::PolicyStore',
    { description: 'd', deletion_protection: 'ENABLED', validation_settings: [{ mode: 'OFF' }] },
    { Description: 'd', DeletionProtection: { Mode: 'ENABLED' }, ValidationSettings: { Mode: 'OFF' } },
  ),
  example(
    'aws_verifiedpermissions_schema',
    'VerifiedPermissions::PolicyStore',
    { definition: [{ value: '{"A":{}}' }] },
    { Schema: { CedarJson: '{"A":{}}' } },
  ),
  example(
    'aws_verifiedpermissions_policy',
    'VerifiedPermissions::Policy',
    {
      policy_store_id: 's',
      definition: [{ static: [{ statement: 'permit (principal, action, resource);', description: 'd' }] }],
    },
    {
      PolicyStoreId: 's',
      Definition: { Static: { Statement: 'permit (principal, action, resource);', Description: 'd' } },
    },
  ),
  example(
    'aws_verifiedpermissions_policy_template',
    'VerifiedPermissions::PolicyTemplate',
    { policy_store_id: 's', statement: 'permit (principal == ?principal, action, resource);', description: 'd' },
    { PolicyStoreId: 's', Statement: 'permit (principal == ?principal, action, resource);', Description: 'd' },
  ),
  example(
    'aws_verifiedpermissions_identity_source',
    'VerifiedPermissions::IdentitySource',
    {
      policy_store_id: 's',
      principal_entity_type: 'User',
      configuration: [{ cognito_user_pool_configuration: [{ user_pool_arn: 'u', client_ids: ['c'] }] }],
    },
    {
      PolicyStoreId: 's',
      PrincipalEntityType: 'User',
      Configuration: { CognitoUserPoolConfiguration: { UserPoolArn: 'u', ClientIds: ['c'] } },
    },
  ),
];
