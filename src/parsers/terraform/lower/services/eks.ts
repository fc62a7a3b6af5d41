/** EKS: clusters, what runs their pods, and who may reach and administer them. */
import type { MapValue, Value } from '../../../../model/value.ts';
import { constant } from '../changes/constant.ts';
import { each } from '../changes/each.ts';
import { objectWith } from '../changes/object-with.ts';
import { pick } from '../changes/pick.ts';
import type { ServiceTables } from '../type-table.ts';

function providerName(block: MapValue): Value {
  return pick('identity_provider_config_name')(block.entries.get('oidc') ?? { state: 'absent' });
}

export const eksTables: ServiceTables = {
  types: [
    {
      type: 'aws_eks_cluster',
      kind: 'AWS::EKS::Cluster',
      fields: {
        vpc_config: 'ResourcesVpcConfig',
        enabled_cluster_log_types: { path: 'Logging.ClusterLogging.EnabledTypes', change: each(objectWith('type')) },
      },
    },
    {
      type: 'aws_eks_node_group',
      kind: 'AWS::EKS::Nodegroup',
      nameAttribute: 'node_group_name',
      fields: {
        node_role_arn: 'NodeRole',
        subnet_ids: 'Subnets',
        force_update_version: 'ForceUpdateEnabled',
        remote_access: { path: 'RemoteAccess', fields: { source_security_group_ids: 'SourceSecurityGroups' } },
      },
    },
    {
      type: 'aws_eks_fargate_profile',
      kind: 'AWS::EKS::FargateProfile',
      nameAttribute: 'fargate_profile_name',
      fields: { subnet_ids: 'Subnets' },
    },
    {
      type: 'aws_eks_addon',
      kind: 'AWS::EKS::Addon',
      nameAttribute: 'addon_name',
      fields: { resolve_conflicts_on_create: 'ResolveConflicts', preserve: 'PreserveOnDelete' },
    },
    { type: 'aws_eks_access_entry', kind: 'AWS::EKS::AccessEntry', nameAttribute: 'principal_arn', fields: {} },
    {
      type: 'aws_eks_pod_identity_association',
      kind: 'AWS::EKS::PodIdentityAssociation',
      nameAttribute: 'service_account',
      fields: {},
    },
    {
      type: 'aws_eks_identity_provider_config',
      kind: 'AWS::EKS::IdentityProviderConfig',
      fields: { oidc: { path: 'Oidc', fields: { identity_provider_config_name: null } } },
      derived: { Type: constant('oidc'), IdentityProviderConfigName: providerName },
    },
  ],
  companions: [
    {
      type: 'aws_eks_access_policy_association',
      target: ['aws_eks_access_entry'],
      match: [
        ['principal_arn', 'principal_arn'],
        ['cluster_name', 'cluster_name'],
      ],
      into: 'AccessPolicies',
      fields: {},
    },
  ],
};
