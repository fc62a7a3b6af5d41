/** Repositories of images, and registries: what they scan, copy, pull through and publish. */
import type { ServiceTables, Target } from '../type-table.ts';

const mutableTags: Target = {
  path: 'ImageTagMutabilityExclusionFilters',
  fields: {
    filter: 'ImageTagMutabilityExclusionFilterValue',
    filter_type: 'ImageTagMutabilityExclusionFilterType',
  },
};

export const ecrTables: ServiceTables = {
  types: [
    {
      type: 'aws_ecr_repository',
      kind: 'AWS::ECR::Repository',
      fields: {
        name: 'RepositoryName',
        force_delete: 'EmptyOnDelete',
        image_tag_mutability_exclusion_filter: mutableTags,
      },
    },
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
        image_tag_mutability_exclusion_filter: mutableTags,
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
      type: 'aws_ecr_repository_policy',
      target: ['aws_ecr_repository'],
      match: [['repository', 'name']],
      fields: { policy: 'RepositoryPolicyText' },
    },
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
