/** Registries: what they scan, copy, pull through and publish. Repositories themselves stand with the data stores. */
import type { ServiceTables } from '../type-table.ts';

export const ecrTables: ServiceTables = {
  types: [
    { type: 'aws_ecr_registry_policy', kind: 'AWS::ECR::RegistryPolicy', fields: { policy: 'PolicyText' } },
    {
      type: 'aws_ecr_registry_scanning_configuration',
      kind: 'AWS::ECR::RegistryScanningConfiguration',
      nameAttribute: 'scan_type',
      fields: {},
    },
    { type: 'aws_ecr_replication_configuration', kind: 'AWS::ECR::ReplicationConfiguration', fields: {} },
    {
      type: 'aws_ecr_pull_through_cache_rule',
      kind: 'AWS::ECR::PullThroughCacheRule',
      nameAttribute: 'ecr_repository_prefix',
      fields: {},
    },
    {
      type: 'aws_ecr_repository_creation_template',
      kind: 'AWS::ECR::RepositoryCreationTemplate',
      nameAttribute: 'prefix',
      fields: {
        image_tag_mutability_exclusion_filter: {
          path: 'ImageTagMutabilityExclusionFilters',
          fields: {
            filter: 'ImageTagMutabilityExclusionFilterValue',
            filter_type: 'ImageTagMutabilityExclusionFilterType',
          },
        },
      },
    },
    {
      type: 'aws_ecrpublic_repository',
      kind: 'AWS::ECR::PublicRepository',
      nameAttribute: 'repository_name',
      fields: { catalog_data: { path: 'RepositoryCatalogData', fields: { description: 'RepositoryDescription' } } },
    },
  ],
  companions: [
    {
      type: 'aws_ecr_lifecycle_policy',
      target: ['aws_ecr_repository'],
      match: [['repository', 'name']],
      fields: { policy: 'LifecyclePolicy.LifecyclePolicyText' },
    },
    {
      type: 'aws_ecrpublic_repository_policy',
      target: ['aws_ecrpublic_repository'],
      match: [['repository_name', 'repository_name']],
      fields: { policy: 'RepositoryPolicyText' },
    },
  ],
};
