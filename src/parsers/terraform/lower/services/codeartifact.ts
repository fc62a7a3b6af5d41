/** Where code and packages come from: CodeArtifact, CodeCommit and connections to other providers. */
import { each } from '../changes/each.ts';
import { pick } from '../changes/pick.ts';
import type { ServiceTables } from '../type-table.ts';

export const codeartifactTables: ServiceTables = {
  types: [
    {
      type: 'aws_codeartifact_domain',
      kind: 'AWS::CodeArtifact::Domain',
      nameAttribute: 'domain',
      fields: { domain: 'DomainName' },
    },
    {
      type: 'aws_codeartifact_repository',
      kind: 'AWS::CodeArtifact::Repository',
      nameAttribute: 'repository',
      fields: {
        domain: 'DomainName',
        repository: 'RepositoryName',
        external_connections: { path: 'ExternalConnections', change: each(pick('external_connection_name')) },
        upstream: { path: 'Upstreams', change: each(pick('repository_name')) },
      },
    },
    {
      type: 'aws_codecommit_repository',
      kind: 'AWS::CodeCommit::Repository',
      nameAttribute: 'repository_name',
      fields: { description: 'RepositoryDescription' },
    },
    {
      type: 'aws_codestarconnections_connection',
      kind: 'AWS::CodeStarConnections::Connection',
      fields: { name: 'ConnectionName' },
    },
    {
      type: 'aws_codeconnections_connection',
      kind: 'AWS::CodeConnections::Connection',
      fields: { name: 'ConnectionName' },
    },
    {
      type: 'aws_codestarnotifications_notification_rule',
      kind: 'AWS::CodeStarNotifications::NotificationRule',
      fields: { target: { path: 'Targets', fields: { address: 'TargetAddress', type: 'TargetType' } } },
    },
  ],
  companions: [
    {
      type: 'aws_codeartifact_domain_permissions_policy',
      target: ['aws_codeartifact_domain'],
      match: [['domain', 'domain']],
      fields: { policy_document: 'PermissionsPolicyDocument' },
    },
    {
      type: 'aws_codeartifact_repository_permissions_policy',
      target: ['aws_codeartifact_repository'],
      match: [
        ['repository', 'repository'],
        ['domain', 'domain'],
      ],
      fields: { policy_document: 'PermissionsPolicyDocument' },
    },
    {
      type: 'aws_codecommit_trigger',
      target: ['aws_codecommit_repository'],
      match: [['repository_name', 'repository_name']],
      fields: { trigger: 'Triggers' },
    },
  ],
};
