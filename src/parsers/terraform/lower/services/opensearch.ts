/**
 * OpenSearch: domains and their access policies. Domains of `aws_elasticsearch_domain` are the same service under its
 * old name and become the same kind.
 */
import { markSensitive } from '../../values/mark-sensitive.ts';
import { mapBy } from '../changes/map-by.ts';
import { prefix } from '../changes/prefix.ts';
import { rename } from '../changes/rename.ts';
import type { Fields, ServiceTables } from '../type-table.ts';

const LOG = rename({ cloudwatch_log_group_arn: 'CloudWatchLogsLogGroupArn', enabled: 'Enabled' });

const domain: Fields = {
  access_policies: 'AccessPolicies',
  advanced_security_options: {
    path: 'AdvancedSecurityOptions',
    fields: {
      master_user_options: {
        path: 'MasterUserOptions',
        fields: { master_user_password: { path: 'MasterUserPassword', change: markSensitive } },
      },
    },
  },
  encrypt_at_rest: 'EncryptionAtRestOptions',
  node_to_node_encryption: 'NodeToNodeEncryptionOptions',
  log_publishing_options: { path: 'LogPublishingOptions', change: mapBy('log_type', LOG) },
};

export const opensearchTables: ServiceTables = {
  types: [
    {
      type: 'aws_opensearch_domain',
      kind: 'AWS::OpenSearchService::Domain',
      nameAttribute: 'domain_name',
      fields: domain,
    },
    {
      type: 'aws_elasticsearch_domain',
      kind: 'AWS::OpenSearchService::Domain',
      nameAttribute: 'domain_name',
      fields: {
        ...domain,
        elasticsearch_version: { path: 'EngineVersion', change: prefix('Elasticsearch_') },
      },
    },
    {
      type: 'aws_opensearchserverless_collection',
      kind: 'AWS::OpenSearchServerless::Collection',
      fields: {},
    },
    {
      type: 'aws_opensearchserverless_security_policy',
      kind: 'AWS::OpenSearchServerless::SecurityPolicy',
      fields: {},
    },
    {
      type: 'aws_opensearchserverless_access_policy',
      kind: 'AWS::OpenSearchServerless::AccessPolicy',
      fields: {},
    },
    {
      type: 'aws_opensearchserverless_security_config',
      kind: 'AWS::OpenSearchServerless::SecurityConfig',
      fields: {},
    },
    {
      type: 'aws_opensearchserverless_vpc_endpoint',
      kind: 'AWS::OpenSearchServerless::VpcEndpoint',
      fields: {},
    },
  ],
  companions: [
    {
      type: 'aws_opensearch_domain_policy',
      target: ['aws_opensearch_domain'],
      match: [['domain_name', 'domain_name']],
      fields: { access_policies: 'AccessPolicies' },
    },
    {
      type: 'aws_elasticsearch_domain_policy',
      target: ['aws_elasticsearch_domain'],
      match: [['domain_name', 'domain_name']],
      fields: { access_policies: 'AccessPolicies' },
    },
  ],
};
